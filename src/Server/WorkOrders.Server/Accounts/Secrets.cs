using System.Buffers.Text;
using System.Security.Cryptography;

namespace WorkOrders.Server.Accounts;

/// <summary>What nobody can guess.</summary>
internal static class Secrets
{
    /// <summary>Without those that look alike on paper or sound alike at the telephone.</summary>
    private const string Readable = "abcdefghjkmnpqrstuvwxyz23456789";

    private const int Groups = 4, GroupLength = 4;

    /// <summary>To be read from a letter and typed once: <c>k7fm-x2pd-9rtw-hq4n</c>, 79 bits; shorter where passwords must be.</summary>
    public static string FirstPassword(int maximumLength)
    {
        var letters = RandomNumberGenerator.GetString(Readable, Groups * GroupLength);
        var grouped = string.Join('-', letters.Chunk(GroupLength).Select(group => new string(group)));
        return grouped.Length <= maximumLength ? grouped : letters[..Math.Min(letters.Length, maximumLength)];
    }

    /// <summary>256 bits, for a machine to keep.</summary>
    public static string Client() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>The end of a client's id: <c>1999-99999-k7fmx2</c>.</summary>
    public static string Suffix() => RandomNumberGenerator.GetString(Readable, 6);
}
