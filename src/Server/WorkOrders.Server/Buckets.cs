using System.Collections.Concurrent;

namespace WorkOrders.Server;

/// <summary>
/// A bucket of tokens for each key: a burst may empty it, and it fills again at a steady pace. Safe for use by many at once.
/// </summary>
internal sealed class Buckets(int burst, int perMinute, TimeProvider clock)
{
    /// <summary>Beyond so many keys those that nobody has used for long (their buckets are full) are forgotten.</summary>
    private const int Crowd = 10_000;

    private readonly ConcurrentDictionary<string, Bucket> _buckets = new();
    private readonly double _perSecond = perMinute / 60.0;

    /// <summary>Takes one token, or tells how long it takes until there is one.</summary>
    public bool TryTake(string key, out TimeSpan wait) => Try(key, 1, out wait);

    /// <summary>Whether there is a token. Takes none.</summary>
    public bool HasOne(string key, out TimeSpan wait) => Try(key, 0, out wait);

    /// <summary>Puts a token back that turned out not to be due.</summary>
    public void GiveBack(string key)
    {
        if (!_buckets.TryGetValue(key, out var bucket))
            return;
        lock (bucket)
            bucket.Tokens = Math.Min(burst, bucket.Tokens + 1);
    }

    private bool Try(string key, int take, out TimeSpan wait)
    {
        if (_buckets.Count > Crowd)
            Forget();
        var bucket = _buckets.GetOrAdd(key, _ => new Bucket { Tokens = burst, FilledAt = clock.GetTimestamp() });
        lock (bucket)
        {
            Fill(bucket);
            wait = bucket.Tokens < 1 ? TimeSpan.FromSeconds((1 - bucket.Tokens) / _perSecond) : TimeSpan.Zero;
            if (bucket.Tokens < 1)
                return false;
            bucket.Tokens -= take;
            return true;
        }
    }

    private void Fill(Bucket bucket)
    {
        var now = clock.GetTimestamp();
        bucket.Tokens = Math.Min(burst, bucket.Tokens + clock.GetElapsedTime(bucket.FilledAt, now).TotalSeconds * _perSecond);
        bucket.FilledAt = now;
    }

    private void Forget()
    {
        foreach (var (key, bucket) in _buckets)
        {
            lock (bucket)
            {
                Fill(bucket);
                if (bucket.Tokens >= burst)
                    _buckets.TryRemove(key, out _);
            }
        }
    }

    private sealed class Bucket
    {
        public double Tokens { get; set; }
        public long FilledAt { get; set; }
    }
}
