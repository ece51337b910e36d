using System.Security.Cryptography;
using System.Text;

namespace WorkOrders.Server.Accounts.Pairing;

/// <summary>
/// The two codes of RFC 8628: one that a person reads off a screen and types, and one that the screen keeps to itself.
/// </summary>
internal static class Codes
{
    // section 6.1: no vowels, so no words; no digits, so nothing to take a letter for. 20^8 are 2.56 * 10^10
    private const string Alphabet = "BCDFGHJKLMNPQRSTVWXZ";
    private const int Length = 8;

    public static string NewUserCode() => RandomNumberGenerator.GetString(Alphabet, Length);

    public static string NewDeviceCode() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>What is kept of a device code, and compared.</summary>
    public static string HashOf(string deviceCode) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(deviceCode)));

    /// <summary>A user code as it was typed; null if it can't be one.</summary>
    public static string? Read(string typed)
    {
        var letters = new string([.. typed.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '–' or '.' or '_')).Select(char.ToUpperInvariant)]);
        return letters.Length == Length && letters.All(Alphabet.Contains) ? letters : null;
    }

    /// <summary>As it stands on the screen: <c>WDJB-MJHT</c>.</summary>
    public static string Show(string userCode) => $"{userCode[..4]}-{userCode[4..]}";
}
