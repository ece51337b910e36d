using Microsoft.JSInterop;
using WorkOrders.V1;

namespace WorkOrders.Board.Portal.Keeping;

/// <summary>
/// The place in the feed up to which what is kept on this device has been kept right. The feed goes on from there, so that
/// what has left the reader while no page was open goes as soon as one is.
/// </summary>
public sealed class KeptPlace(Device device, TimeProvider time)
{
    /// <summary>Each write goes to the disk of a phone; what is told a second time does no harm.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>After a longer absence it costs less to begin anew than to hear all that has happened.</summary>
    private static readonly TimeSpan LongestAbsence = TimeSpan.FromDays(7);

    private FeedPosition? _written;
    private DateTimeOffset _writtenAt;

    /// <summary>Null if the feed is to begin now: there is nothing kept that could be wrong.</summary>
    public async Task<FeedPosition?> FindAsync()
    {
        try
        {
            if (await device.PlaceAsync() is not { } place)
                return null;
            if (time.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(place.At) <= LongestAbsence)
                return new() { LogId = place.LogId, Revision = place.Revision };
            await device.LosePlaceAsync();
        }
        catch (JSException)
        {
            // a browser that keeps no place keeps nothing else either
        }
        return null;
    }

    /// <summary>All that has happened up to there has been acted upon.</summary>
    public void Reached(FeedPosition position)
    {
        var now = time.GetUtcNow();
        if (position.Equals(_written) || (_written is not null && now - _writtenAt < Pause))
            return;
        (_written, _writtenAt) = (position.Clone(), now);
        _ = QuietlyAsync(device.ReachAsync(new(position.LogId, position.Revision, now.ToUnixTimeMilliseconds())));
    }

    /// <summary>The log is another one, or no longer reaches back so far: what is kept may be anybody's.</summary>
    public Task LoseAsync()
    {
        _written = null;
        return QuietlyAsync(device.LosePlaceAsync());
    }

    private static async Task QuietlyAsync(Task write)
    {
        try
        {
            await write;
        }
        catch (JSException)
        {
            // as above
        }
    }
}

/// <summary>A place in the feed as it is kept, and when it was reached, in milliseconds of the Unix epoch.</summary>
public sealed record StoredPlace(string LogId, long Revision, long At);
