using WorkOrders.Board.Shared;
using WorkOrders.V1;

namespace WorkOrders.Board.Portal.Sending;

/// <summary>Why a wish was not done, in plain words: what, by whom, when.</summary>
internal static class Explanation
{
    public static string Of(Wish wish, Because because, Words words) =>
        $"{words.Format($"Sending.Failed.{wish.Kind}", wish.Number)}: {Reason(because, words)}";

    private static string Reason(Because because, Words words)
    {
        if (because.IsGone)
            return words["Sending.Gone"];
        if (because.Change is WorkOrderEvent.KindOneofCase.None)
            return because.ToRefusal().Message(words);
        var change = words.Format($"Sending.Change.{because.Change}", Apart(because.Actor), SwedishTime.Moment(because.At));
        return because.Reason.Length == 0 ? change : $"{change} ({Apart(because.Reason)})";
    }

    // other people's words may be written from right to left: they must not turn ours around
    private static string Apart(string text) => $"\u2068{text}\u2069";
}
