using System.Buffers;
using System.Globalization;
using System.Text;

namespace WorkOrders.Domain;

/// <summary>What any text that people or systems hand in must keep to.</summary>
public static class TextRules
{
    /// <summary>The longest free text, in UTF-16 code units.</summary>
    public const int MaxLength = 4_000;

    /// <summary>What is wrong with the text, or null. It is taken as it is: whoever receives it trims it first.</summary>
    public static ViolationKind? Check(string? text, bool required = false, int maxLength = MaxLength)
    {
        if (IsBlank(text)) return required ? ViolationKind.Required : text?.Length > maxLength ? ViolationKind.TooLong : Forbidden(text);

        return text!.Length > maxLength ? ViolationKind.TooLong : Forbidden(text);
    }

    /// <summary>Nothing that a reader could see: white space, or characters that only steer (such as a zero-width space).</summary>
    public static bool IsBlank(string? text) => (text ?? "").EnumerateRunes().All(rune =>
        Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format);

    private static ViolationKind? Forbidden(string? text)
    {
        for (var rest = (text ?? "").AsSpan(); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var length) is not OperationStatus.Done) return ViolationKind.LoneSurrogate;
            // NUL cuts texts short, escape sequences take over terminals
            if (Rune.IsControl(rune) && rune.Value is not ('\t' or '\n' or '\r')) return ViolationKind.ControlCharacter;
            // embeddings, overrides and isolates make a text read as something that it is not
            if (rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)) return ViolationKind.BidiOverride;

            rest = rest[length..];
        }
        return null;
    }
}
