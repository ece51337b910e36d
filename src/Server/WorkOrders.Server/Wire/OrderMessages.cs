using Google.Protobuf.WellKnownTypes;
using WorkOrders.V1;

namespace WorkOrders.Server.Wire;

/// <summary>An order of the core as a message. What the reader may not see has been taken away before: <see cref="Domain.Disclosure"/>.</summary>
internal static class OrderMessages
{
    /// <param name="order">As the reader may see it.</param>
    /// <param name="allowed">What the reader may do with it now.</param>
    public static WorkOrder ToWire(this Domain.WorkOrder order, IEnumerable<Domain.CommandKind> allowed) => new WorkOrder
    {
        Number = order.Number,
        Etag = Etags.Of(order),
        Version = order.Version,
        OrderClass = order.OrderClass,
        Status = order.Status.ToWire(),
        Type = order.Type.ToWire(),
        BundleNumber = order.Bundle?.ToString() ?? "",
        PropertyObject = order.PropertyObject.ToWire(),
        Tenant = order.Tenant?.ToWire(),
        Access = order.Access?.ToWire(),
        Subject = order.Subject.ToWire(),
        Orderer = order.Orderer?.ToWire(),
        Contractor = order.Contractor?.ToWire(),
        PlannedFor = order.PlannedFor.ToWire(),
        ActionPerformed = order.ActionPerformed,
        Invoice = new() { Recipient = order.Invoice.Recipient, Reference = order.Invoice.Reference.ToString() },
        RegisteredAt = order.RegisteredAt.ToWire(),
        OrderedAt = order.OrderedAt?.ToWire(),
        AcceptedAt = order.AcceptedAt?.ToWire(),
        CompletedAt = order.CompletedAt?.ToWire(),
        Questions = { order.Questions.Select(ToWire) },
        FoundBy = order.FoundBy?.ToWire(),
        DeclineReason = order.DeclineReason,
        DeclinedAt = order.DeclinedAt?.ToWire(),
        AllowedCommands = { allowed.Select(Enums.ToWire).Distinct() },
    }.AddDeadlines(order);

    private static PropertyObject ToWire(this Domain.PropertyObject o) => new()
    {
        Number = o.Number,
        Kind = o.Kind,
        Floor = o.Floor,
        Floors = o.Floors,
        HasLift = o.HasLift,
        Address = new() { Street = o.Address.Street, PostalCode = o.Address.PostalCode, Town = o.Address.Town },
        AdminArea = o.AdminArea,
        FaultArea = o.FaultArea,
        SearchArea = o.SearchArea,
        District = o.District,
    };

    private static Subject ToWire(this Domain.Subject s) => new()
    {
        Space = s.Space,
        SpaceCode = s.SpaceCode,
        Unit = s.Unit,
        Properties = s.Properties,
        SerialNumber = s.SerialNumber,
        InstalledOn = s.InstalledOn.ToWire(),
        MaintainedOn = s.MaintainedOn.ToWire(),
        Phrase = s.Phrase,
        Description = s.Description,
        UnitNote = s.UnitNote,
    };

    private static Question ToWire(this Domain.Question q) => new()
    {
        QuestionId = q.Id,
        Text = q.Text,
        AskedAt = q.AskedAt.ToWire(),
        AskedBy = q.AskedBy.ToWire(),
        Answer = q.Answer is { } answer ? ToWire(answer, q) : null,
        EscalatesAt = q.EscalatesAt?.ToWire(),
    };

    private static V1.Answer ToWire(Domain.Answer a, Domain.Question q) => new()
    {
        Text = a.Text,
        AnsweredAt = a.AnsweredAt.ToWire(),
        AnsweredBy = a.AnsweredBy.ToWire(),
        After = Duration.FromTimeSpan(a.AnsweredAt - q.AskedAt),
        AfterWorkingTime = a.InWorkingTime is { } worked ? Duration.FromTimeSpan(worked) : null,
    };
}
