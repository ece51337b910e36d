using WorkOrders.V1;

namespace WorkOrders.Cli.Demo;

/// <summary>The contractors' guide, played: three orders of Elsa Österberg's with Testfirma AB, from placed to completed.</summary>
internal static class Guide
{
    public const long First = 2375;
    public const long Asked = 2376;
    public const long Last = 2377;

    /// <summary>The log of the asked-about order after the answer: newest first, to the letter.</summary>
    public static readonly (string Type, string Name, string Text)[] FiveRows =
    [
        ("Beställningssvar", "Beställningssvar", "Ja byt blandaren"),
        ("AO Information", "Beställningsfråga", "Beställningsfråga Ska blandaren bytas?"),
        ("AO Information", "AO Information", "Tid är bokad med kund"),
        ("AO Information", "AO Accepterad", "Accepterad"),
        ("AO Information", "AO Registrerad och Beställd", ""),
    ];

    /// <summary>How many steps of the scenario lead to the five rows.</summary>
    public static int UntilFiveRows(IReadOnlyList<Beat> beats) => beats.TakeWhile(beat => beat.Step is not Answer).Count() + 1;

    /// <summary>The scenario, with the guide's orders; or, where these have been played before, with three new ones of their kind.</summary>
    public static IReadOnlyList<Beat> Beats(bool withNewOrders)
    {
        var (firma, elsa) = (Cast.Testfirma, Cast.Elsa);
        Story Of(long number, string phrase, params Step[] steps) =>
            withNewOrders ? new([new Register(elsa, Draft(phrase)), .. steps]) : new(steps, number);

        var first = Of(
            First, "Blandare dåligt tryck",
            new Accept(firma), new Note(firma, "Material är beställt"), new Complete(firma, "Rensat sil och bytt packning"));
        var asked = Of(
            Asked, "Blandare dåligt tryck",
            new Accept(firma), new Note(firma, "Tid är bokad med kund"), new Ask(firma, "Ska blandaren bytas?"),
            new Answer(elsa, "Ja byt blandaren"), new Complete(firma, "Bytt blandare"));
        var last = Of(
            Last, "Blandare läcker",
            new Accept(firma), new Note(firma, "Hyresgäst är kontaktad"), new Plan(firma, 1),
            new Complete(firma, "Bytt blandare, kontrollerat avlopp"));

        // As in the guide: the question is asked and answered while the other two are on their way.
        string order = withNewOrders ? "first asked last first asked asked asked asked last last first last last first asked"
            : "first asked asked asked asked last first last last first asked";
        var stories = new Dictionary<string, Queue<Beat>>
        {
            ["first"] = Queue(first), ["asked"] = Queue(asked), ["last"] = Queue(last),
        };
        return [.. order.Split(' ').Select(name => stories[name].Dequeue()), .. stories.Values.SelectMany(rest => rest)];

        static Queue<Beat> Queue(Story story) => new(story.Steps.Select(step => new Beat(story, step)));
    }

    private static RegisterWorkOrderRequest Draft(string phrase) => new()
    {
        OrderClass = "Serviceanmälan",
        Type = WorkOrderType.Fault,
        PlaceWithContractorId = Cast.Testfirma.ContractorId,
        PropertyObject = new PropertyObject
        {
            Number = "64010765", Kind = "3 rum och kök", Floor = 0, Floors = 2,
            AdminArea = "2 (Fastighetsavdelningen)", FaultArea = "Bordsvägen",
            SearchArea = "Tallkrogen", District = "Farsta SDF",
            Address = new Address { Street = "Torögatan 51", PostalCode = "12265", Town = "Enskede" },
        },
        Tenant = new Tenant
        {
            Name = "Test Testsson",
            HomePhone = "0799999999",
            MobilePhone = "0788888888",
            PreferredPhone = PreferredPhone.Home,
            MovedInOn = "2009-08-27",
        },
        Access = new Access { Comment = "testar" },
        Subject = new Subject
        {
            Space = "Kök", SpaceCode = "076506", Unit = "Diskbänk", InstalledOn = "2010-09-16",
            MaintainedOn = "2010-09-16", Phrase = phrase, Description = "Kommer inget vatten",
        },
    };
}
