using System.Net;
using System.Net.Sockets;

namespace WorkOrders.Server.Accounts;

/// <summary>Where a request comes from, as far as it can be counted by.</summary>
internal static class RemoteAddress
{
    public static string Of(HttpContext context)
    {
        if (Plain(context) is not { } address)
            return "";
        // whoever has an IPv6 address has 2^64 of them
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? new IPAddress([.. address.GetAddressBytes()[..8], .. new byte[8]]).ToString()
            : address.ToString();
    }
    /// <summary>All of it, for people to read.</summary>
    public static string Whole(HttpContext context) => Plain(context)?.ToString() ?? "";

    private static IPAddress? Plain(HttpContext context) =>
        context.Connection.RemoteIpAddress is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : context.Connection.RemoteIpAddress;
}
