using System.Net;
using Grpc.Net.Client;

namespace WorkOrders.Client;

/// <summary>How connections are made.</summary>
internal static class Channels
{
    public static GrpcChannel Open(WorkOrdersClientOptions options) => GrpcChannel.ForAddress(options.Address, new GrpcChannelOptions
    {
        HttpHandler = Handler(),
        DisposeHttpClient = true,
        LoggerFactory = options.LoggerFactory,
        // The channel's own back-off grows to two minutes, in which every call fails unsent: ours decides.
        InitialReconnectBackoff = TimeSpan.FromMilliseconds(100),
        MaxReconnectBackoff = TimeSpan.FromMilliseconds(500),
    });

    /// <summary>For what is no gRPC, at the same address.</summary>
    public static HttpClient OpenHttp(WorkOrdersClientOptions options) => new(Handler())
    {
        BaseAddress = options.Address,
        // Each attempt has a limit of its own.
        Timeout = Timeout.InfiniteTimeSpan,
        DefaultRequestVersion = HttpVersion.Version20,
        // A cleartext port can't negotiate: the gRPC port speaks HTTP/2 and nothing else.
        DefaultVersionPolicy = options.Address.Scheme == "http" ? HttpVersionPolicy.RequestVersionExact : HttpVersionPolicy.RequestVersionOrLower,
    };

    public static SocketsHttpHandler Handler() => new()
    {
        // A server takes about 100 streams on one connection; more of them would wait in silence.
        EnableMultipleHttp2Connections = true,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
        // Routers drop idle connections unseen; pings keep them open and find out.
        KeepAlivePingDelay = TimeSpan.FromSeconds(15),
        KeepAlivePingTimeout = TimeSpan.FromSeconds(10),
    };
}
