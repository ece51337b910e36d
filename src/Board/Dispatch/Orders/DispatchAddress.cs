using WorkOrders.Board.Portal.Lists;
using WorkOrders.V1;

namespace WorkOrders.Board.Dispatch.Orders;

/// <summary>
/// What the dispatcher looks at, as the address has it: the conditions of any list, whose orders, and which of the groups
/// alone: <c>/dispatch?contractor=1999/99999&amp;group=forgotten</c>.
/// </summary>
public sealed record DispatchAddress(ListAddress List)
{
    public const string Path = "/dispatch";

    private static readonly (Attention Attention, string Slug, string Sort)[] Groups =
    [
        (Attention.Declined, "declined", "declined_at"), (Attention.Forgotten, "forgotten", "ordered_at"), (Attention.Overdue, "overdue", "due_at"),
        (Attention.None, "others", "number desc"),
    ];

    /// <summary>One contractor's alone (<c>1999/99999</c>), or empty.</summary>
    public string Contractor { get; init; } = "";

    /// <summary>One group alone; UNSPECIFIED for all, worst first.</summary>
    public Attention Group { get; init; }

    public DispatchAddress FromStart => this with { List = List.FromStart };

    public static DispatchAddress Of(string uri)
    {
        var address = new DispatchAddress(ListAddress.Of(uri));
        foreach (var (name, value) in ListAddress.Pairs(uri).Where(p => p.Value.Length > 0))
        {
            if (name == "contractor")
                address = address with { Contractor = value };
            else if (name == "group" && Array.Find(Groups, g => g.Slug == value) is { Slug: not null } group)
                address = address with { Group = group.Attention };
            else if (name == "group")
                address = address with { List = address.List with { Wrong = address.List.Wrong.Add($"{name}={value}") } };
        }
        return address;
    }

    public override string ToString()
    {
        var own = new List<string>();
        if (Contractor.Length > 0)
            own.Add($"contractor={Uri.EscapeDataString(Contractor)}");
        if (Group is not Attention.Unspecified)
            own.Add($"group={Array.Find(Groups, g => g.Attention == Group).Slug}");
        var rest = List.Query();
        return Path + rest + (own.Count == 0 ? "" : (rest.Length == 0 ? "?" : "&") + string.Join('&', own));
    }

    public WorkOrderFilter ToFilter()
    {
        var filter = List.ToFilter();
        filter.ContractorId = Contractor;
        return filter;
    }

    /// <summary>A page of one group: in its own order, unless another one was chosen.</summary>
    public ListWorkOrdersRequest ToRequest(Attention group)
    {
        var filter = ToFilter();
        filter.Attention = group;
        var order = List.Sort == ListAddress.DefaultSort ? Array.Find(Groups, g => g.Attention == group).Sort : List.OrderBy;
        return new() { Filter = filter, OrderBy = order, PageToken = List.Page.Token };
    }
}
