using Grpc.Core;

namespace WorkOrders.Client;

/// <summary>An access token, and the moment (of the monotonic clock) from which it should be renewed.</summary>
internal sealed record Token(string Value, long FetchedAt, TimeSpan FreshFor)
{
    public bool IsFresh(TimeProvider time) => time.GetElapsedTime(FetchedAt) < FreshFor;

    public CallOptions AddTo(CallOptions options)
    {
        var headers = new Metadata();
        foreach (var header in options.Headers ?? [])
            headers.Add(header);
        headers.Add("authorization", "Bearer " + Value);
        return options.WithHeaders(headers);
    }
}
