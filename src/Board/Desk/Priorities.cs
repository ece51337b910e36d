using WorkOrders.V1;

namespace WorkOrders.Board.Desk;

/// <summary>The priorities that one can choose, the most urgent first.</summary>
public static class Priorities
{
    public static IReadOnlyList<Priority> All { get; } = [Priority.Emergency, Priority.Urgent, Priority.Normal, Priority.Planned];

    /// <summary>NORMAL for what is none, or of the future.</summary>
    public static Priority Of(Priority priority) => All.Contains(priority) ? priority : Priority.Normal;
}
