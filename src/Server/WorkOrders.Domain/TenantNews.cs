namespace WorkOrders.Domain;

/// <summary>How a tenant sees an order stand. Fewer than there are: who has been invoiced is none of theirs.</summary>
public enum TenantStatus { Received, Ordered, Accepted, Done, Cancelled }

/// <summary>What can happen to an order in a tenant's eyes.</summary>
public enum TenantNewsKind { Received, Ordered, Sought, Accepted, HandedOver, Planned, PlanDropped, Done, Reopened, Cancelled, Noted, Contacted, VisitFailed }

/// <summary>
/// What an event changes for the tenant. It has room for a standard phrase of the landlord's and a day, and for nothing that
/// anybody has typed.
/// </summary>
public sealed record TenantNews(TenantNewsKind Kind, string Phrase = "", DateOnly? Day = null)
{
    /// <summary>
    /// Whether it is told in words, and not only by the order's status: what the tenant sees on Mina sidor, and what takes
    /// back something that was seen there.
    /// </summary>
    public bool IsTold => Kind is not (TenantNewsKind.Received or TenantNewsKind.Ordered);
}
