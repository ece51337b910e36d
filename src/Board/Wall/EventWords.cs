using WorkOrders.Board.Shared;
using WorkOrders.V1;
using Kind = WorkOrders.V1.WorkOrderEvent.KindOneofCase;

namespace WorkOrders.Board.Wall;

/// <summary>What an event is called on the wall. A kind of the future is called a change.</summary>
internal static class EventWords
{
    public static string Key(WorkOrderEvent happened) => $"Event.{happened.KindCase}";

    public static ShapeKind Shape(WorkOrderEvent happened) => happened.KindCase switch
    {
        Kind.QuestionAsked => ShapeKind.Question,
        Kind.Paused => ShapeKind.Paused,
        Kind.VisitFailed => ShapeKind.Missed,
        _ when happened.PreviousStatus != happened.NewStatus || happened.KindCase == Kind.Reassigned => Shapes.Of(happened.NewStatus),
        _ => ShapeKind.Note,
    };
}
