using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.Channels;
using Google.Protobuf;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using WorkOrders.V1;

namespace WorkOrders.Board.Live;

/// <summary>The feed through the hub: same origin, the session's cookie.</summary>
internal sealed partial class HubLine(Uri origin)
{
    private static readonly JsonParser Frames = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));

    public async IAsyncEnumerable<IReadOnlyList<WatchWorkOrdersResponse>> WatchAsync(
        WatchWorkOrdersRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var connection = new HubConnectionBuilder()
            .WithUrl(new Uri(origin, "hubs/workorders"))
            .AddJsonProtocol(json => json.PayloadSerializerOptions.TypeInfoResolverChain.Insert(0, HubJson.Default))
            .Build();
        try
        {
            var frames = await Translated(() => Open(connection, request, cancellation));
            var hasBegun = false;
            while (await Translated(() => frames.WaitToReadAsync(cancellation).AsTask(), hasBegun))
            {
                hasBegun = true;
                List<WatchWorkOrdersResponse> batch = [];
                while (frames.TryRead(out var frame))
                    batch.Add(Read(frame));
                yield return batch;
            }
        }
        finally
        {
            // Not awaited: over a line that is half open the farewell itself takes its time, and the next try must not wait for it.
            _ = connection.DisposeAsync().AsTask();
        }
    }

    /// <summary>What a newer server says beyond this page's knowledge is passed over.</summary>
    internal static WatchWorkOrdersResponse Read(JsonElement frame) => Frames.Parse<WatchWorkOrdersResponse>(frame.GetRawText());

    private static async Task<ChannelReader<JsonElement>> Open(
        HubConnection connection, WatchWorkOrdersRequest request, CancellationToken cancellation)
    {
        await connection.StartAsync(cancellation);
        using var wish = JsonDocument.Parse(JsonFormatter.Default.Format(request));
        return await connection.StreamAsChannelAsync<JsonElement>("WatchWorkOrders", wish.RootElement.Clone(), cancellation);
    }

    private static async Task<T> Translated<T>(Func<Task<T>> call, bool hasBegun = false)
    {
        try
        {
            return await call();
        }
        catch (HttpRequestException e) when (e.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            throw new SignedOutException(e);
        }
        catch (HubException e) when (e.Message.Contains("FEED_", StringComparison.Ordinal))
        {
            throw new PositionLostException(e);
        }
        // one that has begun may have ended with an old password, while the browser has a session of the new one: the next
        // attempt will tell
        catch (HubException e) when (!hasBegun && e.Message.Contains("TOKEN_", StringComparison.Ordinal))
        {
            throw new SignedOutException(e);
        }
    }

    [JsonSerializable(typeof(JsonElement))]
    private sealed partial class HubJson : JsonSerializerContext;
}
