using Google.Protobuf;
using WorkOrders.V1;

namespace WorkOrders.Board.Portal.Keeping;

/// <summary>Which answers are worth keeping for when there is no network, and whose they are. All others are asked anew each time.</summary>
internal static class Keepable
{
    public static bool Is(object request) => request is GetWorkOrderRequest or GetStatusMatrixRequest or ListPhrasesRequest or GetMyAccountRequest
        or ListWorkOrderLogRequest { PageToken: "" } or ListWorkOrdersRequest { PageToken: "" } or ListQuestionsRequest { PageToken: "" };

    public static string KeyOf(IMessage request) => $"{request.Descriptor.Name} {request.ToByteString().ToBase64()}";

    public static AnswerGroup GroupOf(object request) => request switch
    {
        GetWorkOrderRequest or ListWorkOrderLogRequest => AnswerGroup.Order,
        ListWorkOrdersRequest or ListQuestionsRequest => AnswerGroup.List,
        _ => AnswerGroup.Other,
    };

    /// <summary>The orders that an answer tells of: with an order that leaves, all that tells of it goes.</summary>
    public static IEnumerable<long> NumbersIn(object request, object answer) => (request, answer) switch
    {
        (GetWorkOrderRequest r, _) => [r.Number],
        (ListWorkOrderLogRequest r, _) => [r.Number],
        (_, ListWorkOrdersResponse list) => list.WorkOrders.Select(o => o.Number),
        (_, ListQuestionsResponse list) => list.Questions.Select(q => q.WorkOrder.Number).Distinct(),
        _ => [],
    };

    /// <summary>Whether a page that shows this shows something that grows old while one looks at it.</summary>
    public static bool GrowsOld(object request) => request is not (ListPhrasesRequest or GetMyAccountRequest);
}
