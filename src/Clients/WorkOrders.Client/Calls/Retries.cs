using System.Globalization;
using Grpc.Core;
using WorkOrders.V1;

namespace WorkOrders.Client;

/// <summary>Whether a failed attempt is worth another, and after how long.</summary>
internal static class Retries
{
    // Full jitter, so that a thousand clients of a server that comes back don't arrive in step. The longest wait
    // decides how long after its return a server is noticed.
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(20);

    public static TimeSpan? DelayAfter(WorkOrdersException refusal, int attempts)
    {
        if (Pushback(refusal.Trailers) is { } milliseconds)
            return milliseconds < 0 ? null : TimeSpan.FromMilliseconds(milliseconds) + Jitter(1);
        if (refusal.RetryAfter is { } wait)
            return wait + Jitter(1);
        return IsPassing(refusal) ? Jitter(attempts) : null;
    }

    /// <summary>Whether the same call may well succeed a moment later.</summary>
    public static bool IsPassing(WorkOrdersException refusal) => refusal.StatusCode switch
    {
        StatusCode.Unavailable or StatusCode.DeadlineExceeded => true,
        // The server says so in its details; these without any come from a connection that broke under the call.
        StatusCode.Internal or StatusCode.Cancelled or StatusCode.Unknown => refusal.Reason == ErrorReason.Unspecified,
        _ => false,
    };

    public static TimeSpan Jitter(int attempts)
    {
        var ceiling = Math.Min(Longest.TotalMilliseconds, First.TotalMilliseconds * Math.Pow(2, Math.Min(attempts, 16) - 1));
        return Upto(TimeSpan.FromMilliseconds(ceiling)) + Shortest;
    }

#pragma warning disable CA5394 // spreads clients in time; guards no secret
    public static TimeSpan Upto(TimeSpan ceiling) => ceiling * Random.Shared.NextDouble();
#pragma warning restore CA5394

    // A server that knows when it has room says so in this trailer (gRFC A6); a negative number forbids retries.
    private static int? Pushback(Metadata trailers) =>
        trailers.GetValue("grpc-retry-pushback-ms") is not { } value ? null
        : int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds) ? milliseconds : -1;
}
