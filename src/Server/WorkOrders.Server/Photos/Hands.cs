using System.Collections.Concurrent;

namespace WorkOrders.Server.Photos;

/// <summary>Which uploads somebody has a hand on just now: one connection at a time may add to one, or remove it.</summary>
internal sealed class Hands
{
    private readonly ConcurrentDictionary<Guid, byte> _taken = new();

    /// <summary>Until it is disposed of. Null if somebody else has it.</summary>
    public IDisposable? TryTake(Guid id) => _taken.TryAdd(id, 0) ? new Hand(this, id) : null;

    private sealed class Hand(Hands hands, Guid id) : IDisposable
    {
        public void Dispose() => hands._taken.TryRemove(id, out _);
    }
}
