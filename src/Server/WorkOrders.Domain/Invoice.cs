using System.Globalization;

namespace WorkOrders.Domain;

/// <summary>Fakturauppgifter. What isn't here is settled by the agreement.</summary>
public sealed record Invoice(string Recipient, InvoiceReference Reference)
{
    private const string Landlord = "Familjebostäder AB, Box 92100, 120 07 Stockholm";

    public static Invoice Of(long number) => new(Landlord, new(number));
}

/// <summary>
/// What a contractor writes on its invoice: <c>AO</c> and the order's number, nothing between, before or after.
/// An order has exactly one reference, so leading zeros are refused.
/// </summary>
public readonly record struct InvoiceReference(long Number)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"AO{Number}");

    public static InvoiceReference? Parse(string? text)
    {
        if (text is null || !text.StartsWith("AO", StringComparison.Ordinal)) return null;
        if (!long.TryParse(text.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0) return null;

        // TryParse is lenient (leading zeros, trailing NULs): only what we would write ourselves counts
        var reference = new InvoiceReference(number);
        return reference.ToString() == text ? reference : null;
    }
}
