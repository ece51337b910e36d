using System.Net;
using System.Net.Sockets;

namespace WorkOrders.Server.Accounts;

/// <summary>Where a request comes from, as far as it can be counted by.</summary>
internal static class RemoteAddress
{
    public static string Of(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        // whoever has an IPv6 address has 2^64 of them
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? new IPAddress([.. address.GetAddressBytes()[..8], .. new byte[8]]).ToString()
            : address.ToString();
    }
}
