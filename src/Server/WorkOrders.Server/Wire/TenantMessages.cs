using Google.Protobuf.WellKnownTypes;
using WorkOrders.Domain;
using WorkOrders.V1;

namespace WorkOrders.Server.Wire;

/// <summary>
/// Orders and events as tenants may have them. Made from cards and from events as they are stored, neither of which holds
/// anything personal; and fields are named that may pass, so that one which a card gets some day stays out.
/// </summary>
internal static class TenantMessages
{
    public static TenantOrder Of(WorkOrderSummary card)
    {
        var status = TenantView.StatusOf(card.Status.ToCore());
        return new()
        {
            Number = card.Number,
            ObjectNumber = card.ObjectNumber,
            Status = status.ToWire(),
            StatusText = TenantWords.Of(status),
            Explanation = TenantWords.ExplanationOf(status),
            TypeText = TenantWords.Of(card.Type),
            Space = card.Space,
            Unit = card.Unit,
            Phrase = card.Phrase,
            PlannedFor = card.PlannedFor,
        };
    }

    /// <summary>How an order stands, as part of an initial state.</summary>
    public static TenantItem Of(OrderState state) => new() { Revision = state.Revision, Order = Of(state.Summary) };

    /// <summary>Null if tenants learn nothing of the event.</summary>
    /// <param name="kind">Its stored name.</param>
    /// <param name="payload">The event as the log keeps it.</param>
    public static TenantItem? Of(string kind, byte[] payload)
    {
        var e = WorkOrderEvent.Parser.ParseFrom(payload);
        return NewsIn(kind, e) is not { } news ? null : new()
        {
            Revision = e.Revision,
            Index = e.Index,
            EventId = e.EventId,
            CommitTime = e.CommitTime,
            Kind = news.Kind.ToWire(),
            Text = TenantWords.Of(news),
            Order = Of(e.Summary),
        };
    }

    public static TenantRow ToRow(TenantItem item) => new() { HappenedAt = item.CommitTime, Kind = item.Kind, Text = item.Text };

    /// <summary>The core decides; here is read what it decides by.</summary>
    private static TenantNews? NewsIn(string kind, WorkOrderEvent e) => TenantView.Of(
        kind,
        // whether the tenant sees the phrase was settled when it was noted: the catalogue may be another one today
        e.NoteAdded is { Phrase.Length: > 0 } note ? new(note.Phrase, e.LogEntry.TenantVisible) : null,
        e.Updated?.ChangedFields.Contains("planned_for") is true
            ? new(Times.TryReadDay(e.Summary.PlannedFor, out var day) ? day : null) : null);
}
