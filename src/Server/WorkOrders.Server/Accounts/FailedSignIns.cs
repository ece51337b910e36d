using System.Net;
using System.Net.Sockets;

namespace WorkOrders.Server.Accounts;

/// <summary>
/// How often one address may fail to sign in. By address and not by account: whoever guesses at an account keeps
/// nobody out of it but himself.
/// </summary>
internal sealed class FailedSignIns(AccountsOptions options, TimeProvider clock)
{
    private readonly Buckets _byAddress = new(options.FailedSignInBurst, options.FailedSignInsPerMinute, clock);

    /// <summary>To be called before a password is looked at, so that many tries at once count one by one.</summary>
    public bool TryBegin(HttpContext context, out TimeSpan wait) => _byAddress.TryTake(KeyOf(context), out wait);

    public void Succeeded(HttpContext context) => _byAddress.GiveBack(KeyOf(context));

    /// <summary>Whether the address may still try. For machines, of which hundreds may come from one address at once.</summary>
    public bool MayTry(HttpContext context, out TimeSpan wait) => _byAddress.HasOne(KeyOf(context), out wait);

    public void Failed(HttpContext context) => _byAddress.TryTake(KeyOf(context), out _);

    private static string KeyOf(HttpContext context)
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
