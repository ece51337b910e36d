using System.Collections.Immutable;
using System.Globalization;
using WorkOrders.V1;

namespace WorkOrders.Board.Portal.Lists;

/// <summary>
/// Which list an address asks for, there and back: <c>/orders?status=ordered&amp;type=fault&amp;q=torög</c>. All that is
/// chosen stands in it, so that a list survives a reload, and a link to it can be mailed.
/// </summary>
public sealed record ListAddress
{
    public const string Path = "/orders";
    public const string DefaultSort = "-number";

    /// <summary>As the server knows them; a leading <c>-</c> is descending.</summary>
    public static readonly ImmutableArray<string> Sorts =
        ["-number", "number", "-ordered_at", "ordered_at", "planned_for", "-planned_for", "due_at", "-due_at", "waiting", "-waiting"];

    public ImmutableArray<WorkOrderStatus> Statuses { get; init; } = [];
    public ImmutableArray<WorkOrderType> Types { get; init; } = [];
    public string Text { get; init; } = "";
    public string Bundle { get; init; } = "";
    public string ObjectNumber { get; init; } = "";
    public bool OpenQuestion { get; init; }
    public bool Overdue { get; init; }
    public string Sort { get; init; } = DefaultSort;
    public PagePlace Page { get; init; } = PagePlace.First;

    /// <summary>What stands in the address and means nothing there, as <c>status=xyz</c>. Then no list is shown, as it would be another one than was meant.</summary>
    public ImmutableArray<string> Wrong { get; init; } = [];

    /// <summary>Whether orders of a status and type that it asks for may be missing from it.</summary>
    public bool IsNarrow => Types.Length > 0 || Text.Length > 0 || Bundle.Length > 0 || ObjectNumber.Length > 0 || OpenQuestion || Overdue;

    /// <summary>The same list from its beginning.</summary>
    public ListAddress FromStart => this with { Page = PagePlace.First };

    /// <summary>The same orders as a file. The server makes it: <c>/orders.csv</c> takes the same filter.</summary>
    public string Csv => "/orders.csv" + FromStart.Query();

    /// <summary>Of an address of the portal, absolute or not. What it doesn't know by name is passed over, as links get such things hung on.</summary>
    public static ListAddress Of(string uri)
    {
        var address = new ListAddress();
        var wrong = ImmutableArray.CreateBuilder<string>();
        string page = "", from = "";
        var once = new HashSet<string>();
        foreach (var (name, value) in Pairs(uri))
        {
            // a form without a program sends its empty fields too
            if (value.Length == 0)
                continue;
            var read = name switch
            {
                "status" => Slugs.StatusOf(value) is var status and not WorkOrderStatus.Unspecified ? address with { Statuses = With(address.Statuses, status) } : null,
                "type" => Slugs.TypeOf(value) is var type and not WorkOrderType.Unspecified ? address with { Types = With(address.Types, type) } : null,
                "question" => value == "open" ? address with { OpenQuestion = true } : null,
                "overdue" => value == "true" ? address with { Overdue = true } : null,
                "sort" => Sorts.Contains(value) ? address with { Sort = value } : null,
                "q" => address with { Text = value },
                "bundle" => address with { Bundle = value },
                "object" => address with { ObjectNumber = value },
                _ => address,
            };
            if (name is "page")
                page = value;
            if (name is "from")
                from = value;
            if (read is null || (name is not ("status" or "type") && !once.Add(name) && read != address))
                wrong.Add($"{name}={value}");
            else
                address = read;
        }
        if (PagePlace.Read(page, from) is not { } place)
            wrong.Add($"from={from}");
        else
            address = address with { Page = place };
        return address with { Wrong = wrong.ToImmutable() };
    }

    public override string ToString() => Path + Query();

    public ListWorkOrdersRequest ToRequest() => new() { Filter = ToFilter(), OrderBy = OrderBy, PageToken = Page.Token };

    public WorkOrderFilter ToFilter() => new()
    {
        Statuses = { Statuses },
        Types_ = { Types },
        Text = Text,
        BundleNumber = Bundle,
        ObjectNumber = ObjectNumber,
        OpenQuestion = OpenQuestion,
        Overdue = Overdue,
    };

    public string OrderBy => Sort.StartsWith('-') ? $"{Sort[1..]} desc" : Sort;

    internal string Query()
    {
        List<string> pairs =
        [
            .. Statuses.Select(s => $"status={Slugs.Of(s)}"),
            .. Types.Select(t => $"type={Slugs.Of(t)}"),
        ];
        Add("q", Text);
        Add("bundle", Bundle);
        Add("object", ObjectNumber);
        Add("question", OpenQuestion ? "open" : "");
        Add("overdue", Overdue ? "true" : "");
        Add("sort", Sort == DefaultSort ? "" : Sort);
        Add("page", Page.ToString());
        Add("from", Page.IsFirst ? "" : Page.From.ToString(CultureInfo.InvariantCulture));
        return pairs.Count == 0 ? "" : "?" + string.Join('&', pairs);

        void Add(string name, string value)
        {
            if (value.Length > 0)
                pairs.Add($"{name}={Uri.EscapeDataString(value)}");
        }
    }

    internal static IEnumerable<(string Name, string Value)> Pairs(string uri)
    {
        var start = uri.IndexOf('?', StringComparison.Ordinal);
        if (start < 0)
            yield break;
        foreach (var pair in uri[(start + 1)..].Split('#')[0].Split('&'))
        {
            var parts = pair.Split('=', 2);
            yield return (Unescape(parts[0]), parts.Length == 2 ? Unescape(parts[1]).Trim() : "");
        }
    }

    private static string Unescape(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    // in the order of the matrix and each once, so that one list has one address
    private static ImmutableArray<T> With<T>(ImmutableArray<T> all, T one) where T : struct, Enum =>
        all.Contains(one) ? all : [.. all.Add(one).OrderBy(x => x)];
}
