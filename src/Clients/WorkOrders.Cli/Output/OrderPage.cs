using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;
using WorkOrders.V1;

namespace WorkOrders.Cli.Output;

/// <summary>An order in the guide's groups, with the guide's labels.</summary>
internal static class OrderPage
{
    private const int WideEnoughForTwoColumns = 110;

    public static void Write(WorkOrder order, IReadOnlyList<LogEntry> log, Screen screen)
    {
        var words = screen.Words;
        Console.WriteLine();
        screen.Out.MarkupLine(
            $"[bold]{words["Arbetsorder", "Work order"]} {order.Number}[/] ({Screen.Safe(order.OrderClass)})  "
            + $"[{Vocabulary.Colour(order.Status)}]{Vocabulary.Status.Of(order.Status, words)}[/]");
        IRenderable[] left = [Group(words["Objekt", "Property unit"], Object(order, words)), .. Tenant(order, words)];
        IRenderable[] right =
        [
            Group(words["Arbetsorder", "Work order"], Work(order, words)),
            Group(words["Prioritet och tider", "Priority and deadlines"], Deadlines.Of(order, words)),
            Group(words["Avser", "Concerns"], Subject(order, words)),
            Group(words["Beställare", "Orderer"], Orderer(order, words)),
            Group(words["Fakturauppgifter", "Invoice details"], Invoice(order, words)),
        ];
        if (screen.IsLive && screen.Out.Profile.Width >= WideEnoughForTwoColumns)
            screen.Write(new Grid().AddColumn().AddColumn().AddRow(new Rows(left), new Rows(right)));
        else
            screen.Write(new Rows([.. left, .. right]));
        LogTable.Write(log, screen);
    }

    private static (string, string)[] Object(WorkOrder order, Words words)
    {
        var o = order.PropertyObject ?? new PropertyObject();
        var a = o.Address ?? new Address();
        var lift = o.HasLift ? words["hiss", "lift"] : words["ej hiss", "no lift"];
        return
        [
            (words["Objektnummer", "Unit number"], o.Number), (words["Objekttyp", "Unit type"], o.Kind),
            (words["Våning", "Floor"], words[$"{o.Floor} av {o.Floors} ({lift})", $"{o.Floor} of {o.Floors} ({lift})"]),
            (words["Adress", "Address"], $"{a.Street} {a.PostalCode} {a.Town}"),
            (words["Adminområde", "Administrative area"], o.AdminArea), (words["Fel", "Fault area"], o.FaultArea),
            (words["Sök 1", "Search 1"], o.SearchArea), (words["Stadsdel", "District"], o.District),
        ];
    }

    private static IRenderable[] Tenant(WorkOrder order, Words words)
    {
        if (order.Tenant is not { } t)
            return [];
        string Star(PreferredPhone phone, string number) => t.PreferredPhone == phone && number.Length > 0 ? "*" + number : number;
        return
        [
            Group(words["Hyresgäst", "Tenant"],
            [
                (words["Hyresgäst", "Tenant"], t.Name),
                (words["Telefon bostad", "Home phone"], Star(PreferredPhone.Home, t.HomePhone)),
                (words["Telefon arbete", "Work phone"], Star(PreferredPhone.Work, t.WorkPhone)),
                (words["Telefon övrig/SMS", "Other phone/text"], Star(PreferredPhone.Mobile, t.MobilePhone)),
                (words["Inflyttning", "Moved in"], t.MovedInOn),
                (words["Inpassering till objektet", "Entry to the unit"], words.YesOrNo(order.Access?.MayEnter ?? false)),
                (words["Nyckelinformation", "Key information"], order.Access?.KeyInformation ?? ""),
                (words["Kommentar", "Comment"], order.Access?.Comment ?? ""),
            ]),
        ];
    }

    private static (string, string)[] Work(WorkOrder order, Words words) =>
    [
        (words["Buntnummer", "Bundle number"], order.BundleNumber),
        (words["Utförare", "Performer"], order.Contractor is { } c ? $"{c.Id} {c.Name}" : ""),
        (words["Arbetsordernummer", "Work order number"], order.Number.ToString(CultureInfo.InvariantCulture)),
        (words["Typ", "Type"], Vocabulary.Type.Of(order.Type, words)),
        (words["Status", "Status"], Vocabulary.Status.Of(order.Status, words)),
        (words["Beställd", "Ordered"], SwedishTime.Minute(order.OrderedAt)),
        (words["Planerad", "Planned"], order.PlannedFor),
        (words["Utförd åtgärd", "Action performed"], order.ActionPerformed),
    ];

    private static (string, string)[] Subject(WorkOrder order, Words words)
    {
        var s = order.Subject ?? new Subject();
        return
        [
            (words["Utrymme", "Room"], s.SpaceCode.Length > 0 ? $"{s.Space} ({s.SpaceCode})" : s.Space), (words["Enhet", "Item"], s.Unit),
            (words["Egenskaper", "Model/properties"], s.Properties), (words["Serienummer", "Serial number"], s.SerialNumber),
            (words["Installerad", "Installed"], s.InstalledOn), (words["Utfört underhåll", "Last maintained"], s.MaintainedOn),
            (words["Fras", "Phrase"], s.Phrase), (words["Beskrivning", "Description"], s.Description),
            (words["Notering (enhet)", "Note (item)"], s.UnitNote),
        ];
    }

    private static (string, string)[] Orderer(WorkOrder order, Words words) => order.Orderer is not { } o ? [] :
    [
        (words["Konto", "Account"], o.Account), (words["Namn", "Name"], o.Name),
        (words["Mobil", "Mobile"], o.MobilePhone), (words["Epost", "E-mail"], o.Email),
    ];

    private static (string, string)[] Invoice(WorkOrder order, Words words) => order.Invoice is not { } i ? [] :
    [
        (words["Mottagare", "Recipient"], i.Recipient), (words["Referens", "Reference"], i.Reference),
    ];

    private static Rows Group(string heading, (string Label, string Value)[] lines)
    {
        var grid = new Grid().AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(2, 0, 1, 0) }).AddColumn();
        foreach (var (label, value) in lines)
            grid.AddRow(new Text(label + ":"), new Text(Screen.Plain(value)));
        return new Rows(new Text(""), new Markup($"[bold]{Screen.Safe(heading)}[/]"), grid);
    }
}
