using System.Collections.Concurrent;

namespace WorkOrders.Server.Accounts;

/// <summary>
/// First passwords and secrets for whoever asks again because the line broke before the answer came. In memory alone,
/// for minutes, and for the account and the request that made them.
/// </summary>
internal sealed class ShownOnce(TimeProvider clock)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<(string Account, Guid Request), (string Secret, DateTimeOffset Until)> _kept = new();

    public void Keep(string account, Guid request, string secret)
    {
        var now = clock.GetUtcNow();
        foreach (var (key, kept) in _kept)
        {
            if (kept.Until <= now) _kept.TryRemove(key, out _);
        }
        if (secret.Length > 0) _kept[(account, request)] = (secret, now + KeptFor);
    }

    /// <summary>Empty when its time is out.</summary>
    public string Again(string account, Guid request) =>
        _kept.TryGetValue((account, request), out var kept) && kept.Until > clock.GetUtcNow() ? kept.Secret : "";
}
