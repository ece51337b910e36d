using System.Collections.Immutable;
using WorkOrders.Board.Shared;
using WorkOrders.V1;
using Frame = WorkOrders.V1.WatchWorkOrdersResponse.FrameOneofCase;
using Item = WorkOrders.V1.FeedItem.ContentOneofCase;

namespace WorkOrders.Board.Wall;

/// <summary>A frame of the feed and the picture before it give the next picture. No clock, no server.</summary>
public static class Fold
{
    public static BoardState Apply(this BoardState state, WatchWorkOrdersResponse frame) => frame.FrameCase switch
    {
        Frame.Events => frame.Events.Items.Aggregate(state, (s, item) => s.Apply(item, after: state.Revision)),
        Frame.InitialStateEnd => state.Reached(frame.InitialStateEnd.Revision),
        Frame.CaughtUp => state.Reached(frame.CaughtUp.Revision),
        Frame.Bookmark => state.Reached(frame.Bookmark.Revision),
        _ => state,
    };

    // A commit comes whole in one frame: what counts as seen is measured at the frame's beginning.
    private static BoardState Apply(this BoardState state, FeedItem item, long after) => item.ContentCase switch
    {
        Item.Event when item.Event.Revision > after => state.Happen(item.Event),
        Item.State when !state.Knows(item.State.Summary) =>
            state.Apply(Change.Of(item.State, state.Card(item.State.Summary.Number)), item.State.Revision),
        Item.Left when item.Left.Revision > after => state.Apply(Change.Left(state.Card(item.Left.Number)), item.Left.Revision).Reached(item.Left.Revision),
        _ => state,
    };

    private static BoardState Happen(this BoardState state, WorkOrderEvent happened)
    {
        var known = state.Card(happened.Number);
        if (known is not null && known.Version >= happened.OrderVersion)
            return state.Reached(happened.Revision);
        var change = Change.Of(happened, known?.Version == happened.OrderVersion - 1 ? known : null);
        return state.At(happened).Apply(change, happened.Revision).Told(happened).Reached(happened.Revision);
    }

    private static BoardState At(this BoardState state, WorkOrderEvent happened) =>
        happened.CommitTime?.ToDateTimeOffset() is { } at && at > state.Now ? state with { Now = at } : state;

    private static bool Knows(this BoardState state, WorkOrderSummary card) => state.Card(card.Number)?.Version >= card.Version;

    private static BoardState Reached(this BoardState state, long revision) =>
        revision > state.Revision ? state with { Revision = revision } : state;

    private static BoardState Apply(this BoardState state, Change change, long revision)
    {
        var next = state
            .Count(change.Before, -1, change.After, revision)
            .Count(change.After, +1, change.Before, revision) with
        {
            Waiting = [.. state.Waiting.Select(list => list.Apply(change, state.Now))],
            Groupings = state.Groupings.ToImmutableDictionary(g => g.Key, g => g.Value.Apply(change, state.Now)),
            NextDue = Earlier(state.NextDue, change.After is { } due && Due.IsOpen(due.Status) && Due.Of(due) > state.Now ? Due.Of(due) : null),
            Cards = change.After is { } after && !IsOver(after.Status) ? state.Cards.SetItem(change.Number, after) : state.Cards.Remove(change.Number),
            Touched = state.Touched.SetItem(change.Number, revision),
        };
        return next with
        {
            WantsSnapshot = next.WantsSnapshot || state.IsLeftInDoubtBy(change) || next.Matrix.IsBroken
                || next.Contractors.Values.Any(c => c.Counts.IsBroken) || next.Waiting.Any(list => list.IsDrained)
                || next.Groupings.Values.Any(g => g.WantsSnapshot),
        };
    }

    private static bool IsLeftInDoubtBy(this BoardState state, Change change) => change.Doubt switch
    {
        Doubt.None => false,
        Doubt.Lists => state.Waiting.Any(list => list.IsCut) || state.Groupings.Values.Any(g => g.IsCut),
        _ => true,
    };

    // Adds or takes off one order where it counts. Cells that it leaves and enters again are not touched.
    private static BoardState Count(this BoardState state, WorkOrderSummary? order, int difference, WorkOrderSummary? other, long revision)
    {
        if (order is null || (other is not null && SameCell(order, other)))
            return state;
        var next = state with { Matrix = state.Matrix.Add(order.Status, order.Type, difference, revision) };
        if (order.Contractor is not { Id.Length: > 0 } contractor)
            return next;
        var row = state.Contractors.GetValueOrDefault(contractor.Id) ?? ContractorCounts.None(contractor);
        row = row with { Counts = row.Counts.Add(order.Status, order.Type, difference, revision) };
        return next with { Contractors = state.Contractors.SetItem(contractor.Id, row) };
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other ?? one : one;

    private static bool SameCell(WorkOrderSummary one, WorkOrderSummary other) =>
        one.Status == other.Status && one.Type == other.Type && one.Contractor?.Id == other.Contractor?.Id;

    private static bool IsOver(WorkOrderStatus status) => status is WorkOrderStatus.Invoiced or WorkOrderStatus.Cancelled;
}
