using Microsoft.AspNetCore.Authentication;
using OpenIddict.Validation.AspNetCore;

namespace WorkOrders.Server.Accounts;

/// <summary>Why a token was refused, as far as a client can act on it.</summary>
internal static class TokenFailure
{
    /// <summary>OpenIddict's name for "was one of ours, but its time is out".</summary>
    private const string Expired = "ID2019";

    public static bool IsExpiry(AuthenticateResult result) =>
        result.Properties?.GetString(OpenIddictValidationAspNetCoreConstants.Properties.ErrorUri)
            ?.EndsWith(Expired, StringComparison.Ordinal) is true;
}
