using OpenIddict.Validation;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Validation.OpenIddictValidationEvents;

namespace WorkOrders.Server.Accounts;

/// <summary>A token says for minutes what was true when it was issued: whether its client still stands is asked of each call.</summary>
internal sealed class TokenCheck(Standing standing) : IOpenIddictValidationHandler<ProcessAuthenticationContext>
{
    /// <summary>After OpenIddict has found the token to be one of ours.</summary>
    public static void Register(OpenIddictValidationHandlerDescriptor.Builder<ProcessAuthenticationContext> handler) => handler
        .UseSingletonHandler<TokenCheck>()
        .SetOrder(OpenIddictValidationHandlers.ValidateAccessToken.Descriptor.Order + 500);

    public async ValueTask HandleAsync(ProcessAuthenticationContext context)
    {
        if (context.AccessTokenPrincipal is { } caller && !await standing.StandsAsync(caller))
            context.Reject(Errors.InvalidToken, "The client of this token does not stand any more.");
    }
}
