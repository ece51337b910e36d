using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace WorkOrders.Server.Hosting;

/// <summary>Tells Kestrel and gRPC what the limits are.</summary>
internal static class LimitsSetup
{
    public static void Apply(this Limits limits, KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxConcurrentConnections = limits.Connections;
        kestrel.Limits.MaxConcurrentUpgradedConnections = limits.Connections;
        kestrel.Limits.MaxRequestBodySize = limits.RequestBodyBytes;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(limits.HeaderTimeoutSeconds);
        // One stalled feed would take every other call on its connection with it. The feed cuts a stalled watcher by itself.
        kestrel.Limits.MinResponseDataRate = null;
        // NAT drops idle connections without telling anybody.
        kestrel.Limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(30);
        kestrel.Limits.Http2.KeepAlivePingTimeout = TimeSpan.FromSeconds(20);
    }

    public static void Apply(this Limits limits, GrpcServiceOptions grpc)
    {
        grpc.MaxReceiveMessageSize = limits.GrpcReceiveBytes;
        grpc.MaxSendMessageSize = limits.GrpcSendBytes;
        grpc.Interceptors.Add<Faults>();
        grpc.Interceptors.Add<Drain>();
        grpc.Interceptors.Add<RateLimit>();
    }

    /// <summary>
    /// A compressed request of a few kilobytes could unpack to a quarter of a gigabyte, and a feed would be packed anew
    /// for each stream. To be called last: an empty list is filled up with the usual ones before.
    /// </summary>
    public static void WithoutCompression(GrpcServiceOptions grpc) => grpc.CompressionProviders.Clear();
}
