using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace WorkOrders.Server.Store;

/// <summary>What of their inboxes accounts have read: as <see cref="AnswersRead"/>, in no log.</summary>
internal static class MessagesRead
{
    public static IQueryable<MessageRow> UnreadMessages(this WorkOrdersContext context, string account) =>
        context.Messages.Where(m => m.OrdererAccount == account
            && !context.MessagesRead.Any(r => r.Account == account && r.Number == m.Number && r.OrderVersion == m.OrderVersion));

    /// <summary>One statement: what isn't the account's, or isn't there, is passed over.</summary>
    /// <remarks>Waits for the write lock, some seconds.</remarks>
    public static void MarkMessagesRead(this WorkOrdersContext context, string account, IEnumerable<(long Number, int OrderVersion)> messages)
    {
        var keys = JsonSerializer.Serialize(messages.Select(m => new[] { m.Number, m.OrderVersion }));
        context.Database.ExecuteSql(
            $"""
            INSERT INTO messages_read (account, number, order_version)
            SELECT {account}, m.number, m.order_version FROM json_each({keys}) k
            JOIN messages m ON m.number = k.value ->> 0 AND m.order_version = k.value ->> 1
            WHERE m.orderer_account = {account}
            ON CONFLICT DO NOTHING
            """);
    }

    /// <summary>All that was sent before then.</summary>
    public static void MarkMessagesReadBefore(this WorkOrdersContext context, string account, DateTimeOffset then) =>
        context.Database.ExecuteSql(
            $"""
            INSERT INTO messages_read (account, number, order_version)
            SELECT {account}, number, order_version FROM messages
            WHERE orderer_account = {account} AND sent_at < {then.ToUnixTimeMilliseconds()}
            ON CONFLICT DO NOTHING
            """);
}
