using Grpc.Core;
using Microsoft.Extensions.Logging;
using WorkOrders.V1;

namespace WorkOrders.Client;

internal static partial class ClientLog
{
    [LoggerMessage(
        1, LogLevel.Information, "{Method} failed with {Status} ({Reason}) in attempt {Attempt}; the next one follows in {Delay}")]
    public static partial void CallRepeated(ILogger log, string method, StatusCode status, ErrorReason reason, int attempt, TimeSpan delay);

    [LoggerMessage(2, LogLevel.Debug, "Fetched a token that lives for {Lifetime}")]
    public static partial void TokenFetched(ILogger log, TimeSpan lifetime);

    [LoggerMessage(3, LogLevel.Information, "The feed is live in log {LogId} at revision {Revision}")]
    public static partial void FeedLive(ILogger log, string logId, long revision);

    [LoggerMessage(4, LogLevel.Information, "The feed broke off ({Why}); it is opened again in {Delay}")]
    public static partial void FeedBrokeOff(ILogger log, string why, TimeSpan delay);

    [LoggerMessage(5, LogLevel.Warning, "The feed's history is lost ({Reason}); starting over with the initial state")]
    public static partial void FeedStartsOver(ILogger log, ErrorReason reason);

    [LoggerMessage(6, LogLevel.Information, "A photo broke off ({Status}) at {Offset} of {Length} bytes; it goes on in {Delay}")]
    public static partial void PhotoBrokeOff(ILogger log, StatusCode status, long offset, int length, TimeSpan delay);
}
