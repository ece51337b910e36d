using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using WorkOrders.Server.Store;
using WorkOrders.Server.Wire;
using WorkOrders.V1;
using Actor = WorkOrders.Domain.Actor;

namespace WorkOrders.Server.Queries;

/// <summary>Meddelanden till beställare: what contractors have told about somebody's orders, newest first.</summary>
internal sealed class Messages(IDbContextFactory<WorkOrdersContext> contexts)
{
    private const int Most = 200;
    private const string Identity = "messages";

    public ListMessagesResponse List(ListMessagesRequest request, Actor caller)
    {
        var wrong = new FieldViolations();
        var size = ListRequests.PageSize(request.PageSize, wrong);
        var after = ListRequests.ReadToken(request.PageToken, Identity, wrong);
        wrong.ThrowIfAny();

        using var context = contexts.CreateDbContext();
        using var snapshot = context.BeginSnapshot();
        var head = context.LogMeta.Single().Head;
        var rows = NewestFirst(context, caller.AccountId, after).Take(size + 1).ToList();
        var page = rows.Take(size).ToList();
        return new()
        {
            Messages = { Read(context, caller.AccountId, page) },
            NextPageToken = rows.Count > size ? PageToken.Write(new(page[^1].SentAt, page[^1].Number, page[^1].OrderVersion), Identity) : "",
            UnreadCount = context.UnreadMessages(caller.AccountId).Count(),
            Revision = head,
        };
    }

    public MarkMessagesReadResponse MarkRead(MarkMessagesReadRequest request, Actor caller)
    {
        var wrong = new FieldViolations();
        if (request.Messages.Count is 0 or > Most) wrong.Add("messages", $"1 till {Most} meddelanden.", $"1 to {Most} messages.");
        wrong.ThrowIfAny();

        using var context = contexts.CreateDbContext();
        try
        {
            context.MarkMessagesRead(caller.AccountId, request.Messages.Select(m => (m.Number, m.OrderVersion)));
        }
        catch (DbException e) when (e.IsUnavailable())
        {
            throw Errors.StoreUnavailable();
        }
        return new() { UnreadCount = context.UnreadMessages(caller.AccountId).Count() };
    }

    public static IQueryable<MessageRow> NewestFirst(WorkOrdersContext context, string account, Place? after)
    {
        var own = context.Messages.Where(m => m.OrdererAccount == account);
        if (after is { Key: { } at } place)
            own = own.Where(m => m.SentAt <= at && (m.SentAt < at
                || m.Number < place.Number || (m.Number == place.Number && m.OrderVersion < place.Part)));
        return own.OrderByDescending(m => m.SentAt).ThenByDescending(m => m.Number).ThenByDescending(m => m.OrderVersion);
    }

    public static IEnumerable<Message> Read(WorkOrdersContext context, string account, IEnumerable<MessageRow> rows)
    {
        var page = rows.ToList();
        if (page.Count == 0) return [];

        var numbers = page.Select(m => m.Number).Distinct().ToList();
        var versions = page.Select(m => m.OrderVersion).Distinct().ToList();
        var cards = context.WorkOrders.Where(o => numbers.Contains(o.Number)).Select(o => new { o.Number, o.Card }).AsEnumerable()
            .ToDictionary(o => o.Number, o => WorkOrderSummary.Parser.ParseFrom(o.Card));
        // wider than the page: which of them is asked of what has come
        var wanted = page.Select(m => (m.Number, m.OrderVersion)).ToHashSet();
        var events = context.Events.Where(e => numbers.Contains(e.Number) && versions.Contains(e.OrderVersion))
            .Select(e => new { e.Number, e.OrderVersion, e.Payload }).AsEnumerable().Where(e => wanted.Contains((e.Number, e.OrderVersion)))
            .ToDictionary(e => (e.Number, e.OrderVersion), e => WorkOrderEvent.Parser.ParseFrom(e.Payload));
        var unread = context.UnreadMessages(account).Where(m => numbers.Contains(m.Number))
            .Select(m => new { m.Number, m.OrderVersion }).AsEnumerable().Select(m => (m.Number, m.OrderVersion)).ToHashSet();
        return page.Select(m => (Key: (m.Number, m.OrderVersion), Event: events[(m.Number, m.OrderVersion)])).Select(m => new Message
        {
            Id = new() { Number = m.Key.Number, OrderVersion = m.Key.OrderVersion },
            WorkOrder = cards[m.Key.Number],
            Text = m.Event.MessageSent.Text,
            SentAt = m.Event.CommitTime,
            SentBy = m.Event.Actor,
            Unread = unread.Contains(m.Key),
        });
    }
}
