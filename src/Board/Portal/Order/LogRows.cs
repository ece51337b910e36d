using WorkOrders.V1;

namespace WorkOrders.Board.Portal.Order;

/// <summary>A row of Noteringar.</summary>
/// <param name="Id">The same as long as the page lives.</param>
/// <param name="IsFresh">It has come while the page was open.</param>
public sealed record LogRow(long Id, LogEntry Entry, bool IsFresh);

/// <summary>
/// Noteringar as far as they were loaded, newest first. Rows have no identity in the contract, but they never change and
/// only ever grow on top: the newest page is laid over what is there already. Immutable.
/// </summary>
public sealed class LogRows
{
    public static readonly LogRows None = new([], "");

    private LogRows(IReadOnlyList<LogRow> rows, string nextPageToken) => (Rows, NextPageToken) = (rows, nextPageToken);

    public IReadOnlyList<LogRow> Rows { get; }

    /// <summary>For the rows before the last one; empty if there are none.</summary>
    public string NextPageToken { get; }

    /// <summary>How many have come on top since <paramref name="before"/>.</summary>
    public int Since(LogRows before) => before.Rows.Count == 0 ? 0 : Rows.TakeWhile(r => r.Id > before.Rows[0].Id).Count();

    /// <summary>Takes in the newest page, as it is now.</summary>
    public LogRows Now(ListWorkOrderLogResponse newest)
    {
        var entries = newest.Entries;
        var added = Enumerable.Range(0, entries.Count).FirstOrDefault(Fits, entries.Count);
        var top = Rows.Count > 0 ? Rows[0].Id : -1;
        var fresh = entries.Take(added).Select((e, i) => new LogRow(top + added - i, e, IsFresh: Rows.Count > 0));
        return added < entries.Count || entries.Count == 0 ? new([.. fresh, .. Rows], Rows.Count > 0 ? NextPageToken : newest.NextPageToken)
            : new([.. fresh], newest.NextPageToken); // more has come than a page holds, or the log is another one

        // whether the page, but for so many rows on top, is what stands here already
        bool Fits(int skipped)
        {
            var rest = entries.Count - skipped;
            return rest <= Rows.Count && Enumerable.Range(0, rest).All(i => Rows[i].Entry.Equals(entries[skipped + i]));
        }
    }

    /// <summary>Takes in the page that <see cref="NextPageToken"/> has led to.</summary>
    public LogRows Older(ListWorkOrderLogResponse page)
    {
        var last = Rows.Count > 0 ? Rows[^1].Id : 0;
        return new([.. Rows, .. page.Entries.Select((e, i) => new LogRow(last - 1 - i, e, IsFresh: false))], page.NextPageToken);
    }
}
