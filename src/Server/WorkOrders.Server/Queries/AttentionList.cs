using WorkOrders.V1;
using Actor = WorkOrders.Domain.Actor;

namespace WorkOrders.Server.Queries;

/// <summary>What waits for a dispatcher, worst first, and the longest waiting of each kind first.</summary>
internal sealed class AttentionList(OrderPages pages, DispatchSettings settings)
{
    private static readonly (Attention Attention, string OrderBy)[] Kinds =
        [(Attention.Declined, "declined_at"), (Attention.Forgotten, "ordered_at"), (Attention.Overdue, "due_at")];

    public ListAttentionResponse List(ListAttentionRequest request, Actor caller)
    {
        var answer = new ListAttentionResponse { ForgottenHours = settings.ForgottenHours, Revision = long.MaxValue };
        foreach (var (attention, orderBy) in Kinds)
        {
            var filter = request.Filter?.Clone() ?? new();
            filter.Attention = attention;
            var page = pages.List(new() { Filter = filter, OrderBy = orderBy, PageSize = request.PageSize }, caller);
            answer.Groups.Add(new AttentionGroup
            {
                Attention = attention,
                Total = page.NextPageToken.Length == 0 ? page.WorkOrders.Count : pages.Count(filter, caller),
                WorkOrders = { page.WorkOrders },
            });
            answer.Revision = Math.Min(answer.Revision, page.Revision);
        }
        return answer;
    }
}
