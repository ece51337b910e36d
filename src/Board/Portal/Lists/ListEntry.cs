using WorkOrders.V1;

namespace WorkOrders.Board.Portal.Lists;

/// <summary>What stands in a list: an order, a bundle of them, or the word that a bundle stands elsewhere.</summary>
public abstract record ListEntry
{
    private ListEntry() { }

    /// <summary>An order that shares its bundle with no other in the list.</summary>
    public sealed record Alone(WorkOrder Order) : ListEntry;

    /// <summary>Orders that belong together: all of them that the list has, wherever its pages end.</summary>
    public sealed record Together(BundleKey Bundle, IReadOnlyList<WorkOrder> Orders) : ListEntry
    {
        public bool MayBeAccepted => Orders.Any(o => o.AllowedCommands.Contains(WorkOrderCommand.Accept));
    }

    /// <summary>Orders of a bundle that has begun on an earlier page and stands there, whole.</summary>
    public sealed record Earlier(BundleKey Bundle, IReadOnlyList<long> Numbers) : ListEntry;
}

/// <summary>A bundle: two contractors' orders of one object and day have one number and are two bundles all the same.</summary>
public sealed record BundleKey(string Number, string Contractor)
{
    private const int LengthOfDate = 8;

    /// <summary>The bundle of an order, whatever its group and position: <c>64010765-20190819</c> of <c>64010765-20190819-1-1</c>. Null if it is in none.</summary>
    public static BundleKey? Of(WorkOrder order)
    {
        if (order.BundleNumber.Length == 0)
            return null;
        // an object's number may have hyphens of its own, so its length tells where the date ends
        var length = (order.PropertyObject?.Number.Length ?? 0) + 1 + LengthOfDate;
        return new(order.BundleNumber.Length > length ? order.BundleNumber[..length] : order.BundleNumber, order.Contractor?.Id ?? "");
    }
}
