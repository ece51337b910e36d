using WorkOrders.Domain;
using WorkOrders.V1;

namespace WorkOrders.Server.Wire;

/// <summary>An order on a card: what lists and boards need, and nothing personal.</summary>
internal static class Cards
{
    public static WorkOrderSummary Of(Domain.WorkOrder order)
    {
        var card = new WorkOrderSummary
        {
            Number = order.Number,
            Version = order.Version,
            OrderClass = order.OrderClass,
            Status = order.Status.ToWire(),
            Type = order.Type.ToWire(),
            BundleNumber = order.Bundle?.ToString() ?? "",
            ObjectNumber = order.PropertyObject.Number,
            Street = order.PropertyObject.Address.Street,
            District = order.PropertyObject.District,
            Space = order.Subject.Space,
            Unit = order.Subject.Unit,
            Phrase = order.Subject.Phrase,
            Contractor = order.Contractor?.ToWire(),
            PlannedFor = order.PlannedFor.ToWire(),
            OrderedAt = order.OrderedAt?.ToWire(),
            CompletedAt = order.CompletedAt?.ToWire(),
            DeclinedAt = order.Status is Domain.WorkOrderStatus.Declined ? order.DeclinedAt?.ToWire() : null,
        };
        foreach (var question in order.OpenQuestions)
        {
            card.OpenQuestions++;
            card.OldestOpenQuestionAt ??= question.AskedAt.ToWire();
        }
        card.QuestionEscalatesAt = order.QuestionEscalatesAt()?.ToWire();
        return card.AddDeadlines(order);
    }
}
