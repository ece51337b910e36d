using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace WorkOrders.Server.Queries;

/// <summary>
/// Where a page ended, in a form that is nobody's business. It fits one list only: it holds a hash of what the list was
/// asked with. Nothing in it grants anything, so it needs no signature.
/// </summary>
internal static class PageToken
{
    private const byte Version = 2;
    private const int Length = 1 + 8 + 1 + 8 + 8 + 4;

    public static string Write(Place place, string list)
    {
        Span<byte> token = stackalloc byte[Length];
        token[0] = Version;
        HashOf(list).CopyTo(token[1..]);
        token[9] = place.Key is null ? (byte)0 : (byte)1;
        BinaryPrimitives.WriteInt64BigEndian(token[10..], place.Key ?? 0);
        BinaryPrimitives.WriteInt64BigEndian(token[18..], place.Number);
        BinaryPrimitives.WriteInt32BigEndian(token[26..], place.Part);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>Null if it is no token, or of another list.</summary>
    public static Place? Read(string text, string list)
    {
        Span<byte> token = stackalloc byte[Length];
        // asked first, as what is no base 64 throws in spite of the Try
        if (!Base64Url.IsValid(text, out var length) || length != Length || !Base64Url.TryDecodeFromChars(text, token, out _)) return null;
        if (token[0] != Version || token[9] > 1 || !token[1..9].SequenceEqual(HashOf(list))) return null;

        var key = BinaryPrimitives.ReadInt64BigEndian(token[10..]);
        return new(token[9] == 1 ? key : null, BinaryPrimitives.ReadInt64BigEndian(token[18..]), BinaryPrimitives.ReadInt32BigEndian(token[26..]));
    }

    private static byte[] HashOf(string list) => SHA256.HashData(Encoding.UTF8.GetBytes(list))[..8];
}
