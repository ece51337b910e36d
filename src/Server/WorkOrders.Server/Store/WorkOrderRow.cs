using WorkOrders.Domain;

namespace WorkOrders.Server.Store;

/// <summary>
/// An order as it is now: the whole of it in <see cref="Document"/>, and beside it, as columns of their own, what
/// lists filter, sort and count by. The tenant's details lie in <see cref="TenantContactRow"/>.
/// </summary>
internal sealed class WorkOrderRow
{
    public required long Number { get; init; }
    public required int Version { get; init; }

    /// <summary>The commit of its last change.</summary>
    public required long Revision { get; init; }

    /// <summary>As the contract numbers it: <see cref="StoredNumbers"/>.</summary>
    public required int Status { get; init; }

    /// <summary>As the contract numbers it: <see cref="StoredNumbers"/>.</summary>
    public required int Type { get; init; }

    public string? ContractorId { get; init; }

    /// <summary>The one contractor that sees the order now, if any.</summary>
    public string? VisibleTo { get; init; }

    public required string ObjectNumber { get; init; }

    /// <summary>The bundle's number without group and position, by which lists group.</summary>
    public string? BundleBase { get; init; }

    /// <summary>The bundle's number in full, with group and position.</summary>
    public string? BundleNumber { get; init; }

    /// <summary>The sign-in of its orderer.</summary>
    public string? OrdererAccount { get; init; }

    /// <summary>Unix milliseconds, as all instants.</summary>
    public long? OrderedAt { get; init; }

    /// <summary>While it is declined.</summary>
    public long? DeclinedAt { get; init; }
    public DateOnly? PlannedFor { get; init; }

    /// <summary>While it isn't done: what is due next. It is overdue from then on.</summary>
    public long? DueAt { get; init; }

    /// <summary>The Swedish day on which it was done, from which a contractor's 30 days are counted.</summary>
    public DateOnly? CompletedOn { get; init; }

    public required int OpenQuestions { get; init; }
    public long? OldestOpenQuestionAt { get; init; }

    /// <summary>When the first of its open questions has waited too long. It is escalated from then on.</summary>
    public long? QuestionEscalatesAt { get; init; }

    /// <summary>The order on a card, as the protobuf bytes of workorders.v1.WorkOrderSummary.</summary>
    public required byte[] Card { get; init; }

    /// <summary>The order in full but for the tenant's details, as JSON: <see cref="OrderDocument"/>.</summary>
    public required string Document { get; init; }

    public TenantContactRow? TenantContact { get; init; }

    /// <summary>The order of the core; with the tenant's details if <see cref="TenantContact"/> was read along.</summary>
    public WorkOrder ToOrder() => OrderDocument.Read(Document) with { Tenant = TenantContact?.ToTenant(), Access = TenantContact?.ToAccess() };

    /// <summary>Whether no column changes that lists filter, sort or count by.</summary>
    public static bool AreListedAlike(WorkOrder before, WorkOrder after) => ListedBy(before) == ListedBy(after);

    public static WorkOrderRow Of(WorkOrder order, long revision, byte[] card) => new()
    {
        Number = order.Number,
        Version = order.Version,
        Revision = revision,
        Status = StoredNumbers.Of(order.Status),
        Type = StoredNumbers.Of(order.Type),
        ContractorId = order.Contractor?.Id,
        VisibleTo = order.VisibleTo,
        ObjectNumber = order.PropertyObject.Number,
        BundleBase = order.Bundle?.BaseNumber,
        BundleNumber = order.Bundle?.ToString(),
        OrdererAccount = order.Orderer?.AccountId,
        OrderedAt = order.OrderedAt?.ToUnixTimeMilliseconds(),
        DeclinedAt = order.Status is WorkOrderStatus.Declined ? order.DeclinedAt?.ToUnixTimeMilliseconds() : null,
        PlannedFor = order.PlannedFor,
        DueAt = order.IsOpen ? order.NextDue()?.ToUnixTimeMilliseconds() : null,
        CompletedOn = order.CompletedOn,
        OpenQuestions = order.OpenQuestions.Count(),
        OldestOpenQuestionAt = order.OpenQuestions.Min(q => (DateTimeOffset?)q.AskedAt)?.ToUnixTimeMilliseconds(),
        QuestionEscalatesAt = order.QuestionEscalatesAt()?.ToUnixTimeMilliseconds(),
        Card = card,
        Document = OrderDocument.Write(order),
    };

    private static (
        WorkOrderStatus, ContractorRef?, string?, Bundle?, string?, DateTimeOffset?, DateOnly?, DateTimeOffset?, DateTimeOffset?, int, DateTimeOffset?)
        ListedBy(WorkOrder o) => (
            o.Status, o.Contractor, o.VisibleTo, o.Bundle, o.Orderer?.AccountId, o.OrderedAt, o.PlannedFor, o.NextDue(), o.CompletedAt,
            o.OpenQuestions.Count(), o.QuestionEscalatesAt());
}
