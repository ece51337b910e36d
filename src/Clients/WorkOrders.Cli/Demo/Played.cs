using WorkOrders.V1;

namespace WorkOrders.Cli.Demo;

/// <summary>How far a story has come on the server.</summary>
internal sealed class Played(Story story)
{
    private readonly List<WorkOrderEvent.KindOneofCase> _expected = [];

    public long Number { get; private set; } = story.ExistingNumber;

    public WorkOrderStatus Status { get; private set; }

    public int LatestQuestion { get; private set; }

    /// <summary>What the log must hold of it, in this order: one event for each step that was acknowledged.</summary>
    public IReadOnlyList<WorkOrderEvent.KindOneofCase> Expected => _expected;

    /// <summary>Why it was not played to its end; null if it was.</summary>
    public string? Stopped { get; set; }

    public void Took(WorkOrder order, WorkOrderEvent.KindOneofCase kind)
    {
        Number = order.Number;
        Status = order.Status;
        LatestQuestion = order.Questions.Count > 0 ? order.Questions[^1].QuestionId : 0;
        _expected.Add(kind);
    }
}
