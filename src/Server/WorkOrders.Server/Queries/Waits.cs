using WorkOrders.Domain;
using WorkOrders.Server.Store;

namespace WorkOrders.Server.Queries;

/// <summary>What orders wait for, one rule each: for the lists, for the wall, for the dispatcher.</summary>
internal static class Waits
{
    private const int Ordered = 2, Declined = 4;

    public static IQueryable<WorkOrderRow> NotAccepted(this IQueryable<WorkOrderRow> orders) => orders.Where(o => o.Status == Ordered);

    /// <summary>Nobody has accepted it, and it was placed before then.</summary>
    public static IQueryable<WorkOrderRow> Forgotten(this IQueryable<WorkOrderRow> orders, long before) =>
        orders.Where(o => o.Status == Ordered && o.OrderedAt < before);

    public static IQueryable<WorkOrderRow> DeclinedOnes(this IQueryable<WorkOrderRow> orders) => orders.Where(o => o.DeclinedAt != null);

    public static IQueryable<WorkOrderRow> Overdue(this IQueryable<WorkOrderRow> orders, long now) => orders.Where(o => o.DueAt <= now);

    /// <summary>Each order in the first that fits.</summary>
    public static IQueryable<WorkOrderRow> Waiting(
        this IQueryable<WorkOrderRow> orders, V1.Attention attention, long forgottenBefore, long now) => attention switch
    {
        V1.Attention.Declined => orders.DeclinedOnes(),
        V1.Attention.Forgotten => orders.Forgotten(forgottenBefore),
        V1.Attention.Overdue => orders.Overdue(now).Where(o => o.Status != Declined && (o.Status != Ordered || !(o.OrderedAt < forgottenBefore))),
        V1.Attention.None => orders.Where(o => o.Status != Declined
            && (o.Status != Ordered || !(o.OrderedAt < forgottenBefore))
            && (o.DueAt == null || o.DueAt > now)),
        _ => orders,
    };

    /// <summary>
    /// The instant before which an order was placed that is forgotten now: the one place that counts those hours. They are
    /// hours of work, or every order of a Friday would be forgotten on Saturday.
    /// </summary>
    public static long ForgottenBefore(DateTimeOffset now, DispatchSettings settings, WorkingCalendar office) =>
        office.Back(now, TimeSpan.FromHours(settings.ForgottenHours)).ToUnixTimeMilliseconds();
}
