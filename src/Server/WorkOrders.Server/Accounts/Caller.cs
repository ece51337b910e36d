using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using OpenIddict.Abstractions;
using WorkOrders.Domain;

namespace WorkOrders.Server.Accounts;

/// <summary>Who is calling, read from the claims that a cookie or a token carries. The same claims in both.</summary>
internal static class Caller
{
    public const string AccountId = OpenIddictConstants.Claims.Subject;
    public const string Name = OpenIddictConstants.Claims.Name;
    public const string UserName = OpenIddictConstants.Claims.PreferredUsername;
    public const string Role = OpenIddictConstants.Claims.Role;
    public const string ContractorId = "contractor";
    public const string ContractorName = "contractor_name";

    /// <summary>Only tokens have it, of a client whose earlier tokens had to end: <see cref="MachineClient.Stamp"/>.</summary>
    public const string Stamp = "stamp";

    /// <summary>Only a person has it, and only before the contact details are confirmed and the first password is changed.</summary>
    public const string FirstSignIn = "first_sign_in";

    /// <summary>The caller as the core knows it. Only for callers that a policy has let in.</summary>
    public static Actor Of(ClaimsPrincipal user) => new(
        RoleNames.Parse(Required(user, Role)),
        Required(user, AccountId),
        Required(user, Name),
        user.FindFirstValue(ContractorId) is { } id ? new ContractorRef(id, Required(user, ContractorName)) : null);

    /// <summary>The account's id; null for somebody who has not signed in.</summary>
    public static string? AccountIdOf(ClaimsPrincipal user) => user.FindFirstValue(AccountId);

    /// <summary>Whether it is a machine client, with a token, rather than a person with a session.</summary>
    public static bool IsMachine(ClaimsPrincipal user) => user.Identity?.AuthenticationType != IdentityConstants.ApplicationScheme;

    /// <summary>Whether it is a person whose first sign-in is not finished: nothing is open yet but what finishes it.</summary>
    public static bool IsAtFirstSignIn(ClaimsPrincipal user) => user.HasClaim(c => c.Type == FirstSignIn);

    private static string Required(ClaimsPrincipal user, string claim) =>
        user.FindFirstValue(claim) ?? throw new InvalidOperationException($"The caller has no claim '{claim}'.");
}
