using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace WorkOrders.Server.Hosting;

/// <summary>
/// Where the server listens. Settings: <c>Listen</c>. Two ports, as Kestrel can't tell HTTP/1.1 from HTTP/2 on one
/// without TLS. Port 0 takes any free one.
/// </summary>
internal sealed class Listening
{
    /// <summary>HTTP/1.1: pages, hub, gRPC-Web, <c>/connect/token</c>, health.</summary>
    [Required, Description("an address and a port, such as 127.0.0.1:5080, [::1]:5080 or localhost:5080")]
    public string Http { get; set; } = "127.0.0.1:5080";

    /// <summary>HTTP/2: gRPC, <c>/connect/token</c>, health.</summary>
    [Required, Description("an address and a port, such as 127.0.0.1:5081, [::1]:5081 or localhost:5081")]
    public string Grpc { get; set; } = "127.0.0.1:5081";

    /// <summary>Lets both ports be on other addresses than loopback: only behind a proxy that does TLS.</summary>
    public bool AllowCleartext { get; set; }

    public void Apply(KestrelServerOptions kestrel)
    {
        kestrel.Listen(EndPointOf(Http, "Listen:Http"), options => options.Protocols = HttpProtocols.Http1);
        kestrel.Listen(EndPointOf(Grpc, "Listen:Grpc"), options => options.Protocols = HttpProtocols.Http2);
    }

    private IPEndPoint EndPointOf(string text, string key)
    {
        var numeric = text.Replace("localhost", "127.0.0.1", StringComparison.OrdinalIgnoreCase);
        if (!IPEndPoint.TryParse(numeric, out var endPoint) || !text.Contains(':'))
            throw new StartRefusedException(
                $"{key} is '{text}'. Allowed: an address and a port, such as 127.0.0.1:5080, [::1]:5080 or localhost:5080.");
        if (!IPAddress.IsLoopback(endPoint.Address) && !AllowCleartext)
            throw new StartRefusedException(
                $"{key} is '{text}', which other machines reach: passwords and tokens would cross the network unencrypted. "
                + "Allowed: a loopback address; or, behind a proxy that does TLS, Listen:AllowCleartext=true.");
        return endPoint;
    }
}
