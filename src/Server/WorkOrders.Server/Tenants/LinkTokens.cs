using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using WorkOrders.Server.Accounts;
using WorkOrders.Server.Store;

namespace WorkOrders.Server.Tenants;

/// <summary>
/// The secret part of a link: 192 bits, which nobody can guess who lacks the server's key. Made from the request and not by
/// chance, so that a repeated request gets the same link though the server keeps nothing but a hash of it.
/// </summary>
internal sealed class LinkTokens(DataFolder data)
{
    private const int Bytes = 24;

    private readonly byte[] _key = Keys.TenantLinks(data.Keys);

    public string Of(string account, Guid requestId)
    {
        byte[] request = [.. requestId.ToByteArray(), .. Encoding.UTF8.GetBytes(account)];
        var secret = HMACSHA256.HashData(_key, request);
        return Base64Url.EncodeToString(secret.AsSpan(0, Bytes));
    }

    /// <summary>Of whatever somebody puts into an address.</summary>
    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
