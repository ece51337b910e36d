using System.Net;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace WorkOrders.Client;

/// <summary>A refusal over HTTP (RFC 9457) in the terms of all others, so that one rule decides on retries and one catch takes them all.</summary>
internal static class PhotoRefusal
{
    public static async Task<RpcException> OfAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var status = new Google.Rpc.Status { Code = (int)CodeOf(answer.StatusCode), Message = $"HTTP {(int)answer.StatusCode}" };
        if (answer.Headers.RetryAfter?.Delta is { } wait)
            status.Details.Add(Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(wait) }));
        if (answer.Content.Headers.ContentType?.MediaType == "application/problem+json")
            Add(status, await answer.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false));
        return status.ToRpcException();
    }

    private static void Add(Google.Rpc.Status status, string problem)
    {
        try
        {
            using var json = JsonDocument.Parse(problem);
            var messages = json.RootElement.GetProperty("messages");
            status.Details.Add(Any.Pack(new ErrorInfo { Domain = "workorders", Reason = json.RootElement.GetProperty("reason").GetString() }));
            foreach (var (property, locale) in new[] { ("sv", "sv-SE"), ("en", "en") })
                status.Details.Add(Any.Pack(new LocalizedMessage { Locale = locale, Message = messages.GetProperty(property).GetString() }));
            status.Message = messages.GetProperty("en").GetString();
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentNullException)
        {
            // Somebody on the way has answered: the code must do. An answer to HEAD has no body at all.
        }
    }

    private static Code CodeOf(HttpStatusCode status) => (int)status switch
    {
        401 => Code.Unauthenticated,
        403 => Code.PermissionDenied,
        404 => Code.NotFound,
        // Another offset: ask, and go on.
        409 => Code.Aborted,
        412 => Code.Unimplemented,
        // Locked by a connection of ours that the server doesn't know to be lost.
        423 or >= 500 => Code.Unavailable,
        429 => Code.ResourceExhausted,
        _ => Code.InvalidArgument,
    };
}
