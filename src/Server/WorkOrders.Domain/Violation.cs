namespace WorkOrders.Domain;

/// <summary>A wrong field, by the contract's path (<c>reason</c>, <c>changes.serial_number</c>), and what is wrong with it.</summary>
public sealed record Violation(string Field, ViolationKind Kind);

public enum ViolationKind
{
    Required,
    TooLong,
    ControlCharacter,
    LoneSurrogate,
    BidiOverride,
    /// <summary>Holds more than digits, spaces and <c>+ - ( )</c>.</summary>
    NotAPhoneNumber,
    /// <summary>The starred telephone has no number.</summary>
    NoNumber,
    /// <summary>Only the landlord may set it.</summary>
    LandlordOnly,
    /// <summary>The order is with that contractor already.</summary>
    SameContractor,
    /// <summary>More than a note can hold.</summary>
    TooMany,
    /// <summary>Names the same one twice.</summary>
    Repeated,
    /// <summary>It is so already.</summary>
    Unchanged,
    /// <summary>Happens without anybody asking for it.</summary>
    ComesByItself,
    /// <summary>Hasn't come yet.</summary>
    InTheFuture,
    /// <summary>From before the order was sent to its contractor.</summary>
    BeforeTheOrder,
}
