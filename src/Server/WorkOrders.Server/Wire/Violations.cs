using WorkOrders.Domain;

namespace WorkOrders.Server.Wire;

/// <summary>What the core finds wrong with a field, in words.</summary>
internal static class Violations
{
    public static void Add(this FieldViolations wrong, string field, ViolationKind kind)
    {
        var (reason, swedish, english) = Of(kind);
        wrong.Add(field, swedish, english, reason);
    }

    private static (string Reason, string Swedish, string English) Of(ViolationKind kind) => kind switch
    {
        ViolationKind.Required => ("REQUIRED", "Måste fyllas i.", "Is required."),
        ViolationKind.TooLong => ("TOO_LONG", "Är för lång.", "Is too long."),
        ViolationKind.ControlCharacter => ("CONTROL_CHARACTER", "Innehåller ett otillåtet styrtecken.", "Holds a control character."),
        ViolationKind.LoneSurrogate => ("LONE_SURROGATE", "Innehåller ett halvt tecken.", "Holds half a character."),
        ViolationKind.BidiOverride => ("BIDI_OVERRIDE", "Innehåller tecken som vänder skrivriktningen.", "Holds characters that override the direction of writing."),
        ViolationKind.NotAPhoneNumber => ("NOT_A_PHONE_NUMBER", "Får ha siffror, mellanslag, +, -, ( och ).", "May have digits, spaces, +, -, ( and )."),
        ViolationKind.NoNumber => ("NO_NUMBER", "Numret att använda är tomt.", "The number to use is empty."),
        ViolationKind.LandlordOnly => ("LANDLORD_ONLY", "Kan bara sättas av hyresvärden.", "Can be set by the landlord only."),
        ViolationKind.SameContractor => ("SAME_CONTRACTOR", "Utföraren har redan arbetsordern.", "The contractor has the order already."),
        ViolationKind.TooMany => ("TOO_MANY", "Är för många.", "Are too many."),
        ViolationKind.Unchanged => ("UNCHANGED", "Är så redan.", "Is so already."),
        ViolationKind.ComesByItself => (
            "COMES_BY_ITSELF", "Går inte att välja: en öppen beställningsfråga pausar av sig själv.", "Can't be chosen: an open question pauses by itself."),
        ViolationKind.InTheFuture => ("IN_THE_FUTURE", "Kan inte vara senare än nu.", "Can't be later than now."),
        ViolationKind.BeforeTheOrder => ("BEFORE_THE_ORDER", "Kan inte vara före beställningen.", "Can't be before the order was placed."),
        ViolationKind.Repeated => ("REPEATED", "Nämner samma två gånger.", "Names the same one twice."),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Has no words."),
    };
}
