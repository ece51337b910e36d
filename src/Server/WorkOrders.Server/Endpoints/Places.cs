using System.Collections.Concurrent;

namespace WorkOrders.Server.Endpoints;

/// <summary>So many at a time for each account, of what lasts.</summary>
internal sealed class Places(int most)
{
    private readonly ConcurrentDictionary<string, int> _taken = new();

    /// <summary>Takes a place until it is disposed of; null if there is none.</summary>
    public Place? TryEnter(string account)
    {
        if (_taken.AddOrUpdate(account, 1, static (_, taken) => taken + 1) <= most) return new(this, account);

        Leave(account);
        return null;
    }

    /// <summary>How many places the account has taken.</summary>
    public int Taken(string account) => _taken.GetValueOrDefault(account);

    private void Leave(string account)
    {
        // an account without any is forgotten, unless it has just come back
        if (_taken.AddOrUpdate(account, 0, static (_, taken) => taken - 1) == 0) _taken.TryRemove(new(account, 0));
    }

    internal readonly struct Place(Places places, string account) : IDisposable
    {
        public void Dispose() => places.Leave(account);
    }
}
