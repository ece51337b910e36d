using Microsoft.EntityFrameworkCore;

namespace WorkOrders.Server.Store;

/// <summary>The full-text index <c>work_order_search</c>, whose row ids are the orders' numbers.</summary>
internal static class Search
{
    /// <summary>The numbers of the orders in which each word of the text begins some word.</summary>
    public static IQueryable<long> Matching(this WorkOrdersContext context, string text, bool withTenant = true)
    {
        var query = Query(text, withTenant ? "" : "- {tenant} : ");
        return context.Database.SqlQuery<long>($"SELECT rowid AS Value FROM work_order_search WHERE work_order_search MATCH {query}");
    }

    /// <summary>Whether there is anything to look for.</summary>
    public static bool HasWords(string text) => Words(text).Count > 0;

    private static string Query(string text, string columns) => $"{columns}({string.Join(" AND ", Words(text).Select(word => $"\"{word}\" *"))})";

    /// <summary>What the index takes for words: letters and digits. Nothing else reaches its query language.</summary>
    private static List<string> Words(string text) =>
        [.. new string([.. text.Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
