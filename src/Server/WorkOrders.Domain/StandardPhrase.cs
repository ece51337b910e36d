namespace WorkOrders.Domain;

/// <summary>
/// A standard phrase of Notera, and whether the tenant sees it on Mina sidor. <see cref="MeansContact"/>: a contractor that notes
/// it has been in contact with the tenant.
/// </summary>
public sealed record StandardPhrase(string Text, bool TenantVisible, bool MeansContact = false);

/// <summary>What the catalogue is seeded with; the landlord edits it afterwards.</summary>
public static class StandardPhrases
{
    public static IReadOnlyList<StandardPhrase> Seed { get; } =
    [
        new("Entreprenör är beställd", TenantVisible: true),
        new("Hyresgäst är kontaktad", TenantVisible: true, MeansContact: true),
        new("Material är beställt", TenantVisible: true),
        new("Tid är bokad med kund", TenantVisible: true, MeansContact: true),
        new("Felet stämmer inte med vad som står på AO", TenantVisible: false),
        new("Väntar på reservdelar/material", TenantVisible: true),
        new("Extralås ej öppet, kunde inte gå in", TenantVisible: true),
        new("Sökt kund men telefonnummer stämmer ej", TenantVisible: false),
        new("Har lämnat meddelande men inget svar", TenantVisible: true),
        new("Husdjur lös i lägenheten, går inte in", TenantVisible: true),
    ];
}
