using WorkOrders.V1;

namespace WorkOrders.Cli.Output;

/// <summary>An event in one line: when, which order, what, who, where, and what was said.</summary>
internal static class EventLine
{
    public static string Of(WorkOrderEvent e, Words words)
    {
        var text = e.LogEntry?.Text is { Length: > 0 } said ? $"  [italic]{Screen.Safe(said)}[/]" : "";
        return $"{SwedishTime.Clock(e.CommitTime)}  [bold]{e.Number}[/]  [{Colour(e)}]{Screen.Safe(e.LogEntry?.Name)}[/]  "
            + $"{Screen.Safe(e.Actor?.DisplayName)}  {Where(e.Summary)}{text}  [dim]#{e.Revision}[/]";
    }

    public static string Of(WorkOrderSummary order, Words words) =>
        $"{SwedishTime.Day(order.OrderedAt),10}  [bold]{order.Number}[/]  [{Vocabulary.Colour(order.Status)}]{Vocabulary.Status.Of(order.Status, words)}[/]  "
        + $"{Screen.Safe(order.Contractor?.Name)}  {Where(order)}";

    private static string Where(WorkOrderSummary? order) => Screen.Safe(
        string.Join(" · ", new[] { order?.Street, order?.Space, order?.Unit, order?.Phrase }.Where(part => !string.IsNullOrEmpty(part))));

    private static string Colour(WorkOrderEvent e) => e.KindCase switch
    {
        WorkOrderEvent.KindOneofCase.QuestionAsked => "#FF8AD8",
        _ when e.PreviousStatus != e.NewStatus => Vocabulary.Colour(e.NewStatus),
        _ => "default",
    };
}
