using WorkOrders.Domain;
using WorkOrders.Server.Hosting;
using WorkOrders.Server.Wire;

namespace WorkOrders.Server.Endpoints;

/// <summary>So many streams of one account at a time, gRPC and hub together. Apart from other limits: a stream lasts for days.</summary>
internal sealed class StreamLimit(Limits limits)
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(5);

    private readonly Places _places = new(limits.StreamsPerSession);

    /// <summary>Takes a place until it is disposed of, or refuses.</summary>
    public Places.Place Enter(Actor caller) =>
        _places.TryEnter(caller.AccountId) ?? throw Errors.WatchLimitExceeded(limits.StreamsPerSession, Wait);

    /// <summary>How many streams the account has open.</summary>
    public int Open(string account) => _places.Taken(account);
}
