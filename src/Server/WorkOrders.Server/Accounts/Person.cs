using Microsoft.AspNetCore.Identity;

namespace WorkOrders.Server.Accounts;

/// <summary>Somebody who signs in on the pages. User names such as <c>1999/99999</c> are allowed.</summary>
internal sealed class Person : IdentityUser
{
    /// <summary>The name that others see on what this person does.</summary>
    public required string DisplayName { get; set; }

    /// <summary>One of <see cref="RoleNames"/>.</summary>
    public required string Role { get; init; }

    /// <summary>The contractor that the person works for (<c>1999/99999</c>); null for the landlord's people.</summary>
    public string? ContractorId { get; init; }

    public string? ContractorName { get; init; }

    /// <summary>A disabled account can't sign in, and its sessions end.</summary>
    public bool Disabled { get; set; }

    /// <summary>
    /// When the landlord set the first password; null as soon as the person has set another. Until then nothing is open
    /// to the account but what sets it.
    /// </summary>
    public DateTimeOffset? FirstPasswordSetAt { get; set; }

    // Kontaktuppgifter; Name, E-post and Telefon are DisplayName, Email and PhoneNumber
    public string Company { get; set; } = "";
    public string MobilePhone { get; set; } = "";
    public string OtherPhone { get; set; } = "";
    public string Fax { get; set; } = "";
}
