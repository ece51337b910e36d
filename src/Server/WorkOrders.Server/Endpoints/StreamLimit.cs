using System.Collections.Concurrent;
using WorkOrders.Domain;
using WorkOrders.Server.Hosting;
using WorkOrders.Server.Wire;

namespace WorkOrders.Server.Endpoints;

/// <summary>So many streams of one account at a time, gRPC and hub together. Apart from other limits: a stream lasts for days.</summary>
internal sealed class StreamLimit(Limits limits)
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, int> _open = new();

    /// <summary>Takes a place until it is disposed of, or refuses.</summary>
    public Place Enter(Actor caller)
    {
        if (_open.AddOrUpdate(caller.AccountId, 1, static (_, open) => open + 1) <= limits.StreamsPerSession) return new(this, caller.AccountId);

        Leave(caller.AccountId);
        throw Errors.WatchLimitExceeded(limits.StreamsPerSession, Wait);
    }

    /// <summary>How many streams the account has open.</summary>
    public int Open(string account) => _open.GetValueOrDefault(account);

    private void Leave(string account)
    {
        // an account without streams is forgotten, unless it has just come back
        if (_open.AddOrUpdate(account, 0, static (_, open) => open - 1) == 0) _open.TryRemove(new(account, 0));
    }

    internal readonly struct Place(StreamLimit limit, string account) : IDisposable
    {
        public void Dispose() => limit.Leave(account);
    }
}
