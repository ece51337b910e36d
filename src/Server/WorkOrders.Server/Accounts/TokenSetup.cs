using Microsoft.AspNetCore;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using WorkOrders.Server.Store;

namespace WorkOrders.Server.Accounts;

/// <summary>OAuth 2.0 for machines: client credentials at <c>/connect/token</c> and nothing else, JWTs that live for minutes.</summary>
internal static class TokenSetup
{
    public const string Audience = "workorders";
    public const string Path = "/connect/token";

    /// <summary>A name, not an address: a token is fetched at one port and used at another.</summary>
    public const string Issuer = "https://workorders.invalid/";

    public static void AddTokens(this IServiceCollection services, AccountsOptions options, DataFolder data) => services.AddOpenIddict()
        .AddCore(core =>
        {
            core.UseEntityFrameworkCore().UseDbContext<AccountsContext>();
            core.ReplaceApplicationManager(typeof(ClientSecrets<>));
        })
        .AddServer(server =>
        {
            server.SetIssuer(new Uri(Issuer));
            server.SetTokenEndpointUris(Path);
            // nobody needs to discover us: the contract says where and how
            server.SetConfigurationEndpointUris(Array.Empty<Uri>()).SetJsonWebKeySetEndpointUris(Array.Empty<Uri>());
            server.AllowClientCredentialsFlow();
            server.SetAccessTokenLifetime(TimeSpan.FromMinutes(options.TokenMinutes));
            server.AddSigningKey(Keys.Signing(data.Keys)).AddEncryptionKey(Keys.Encryption(data.Keys)).DisableAccessTokenEncryption();
            // tokens die by themselves within minutes: no row for each in the file that the orders are written to
            server.DisableTokenStorage().DisableAuthorizationStorage();
            // Listening sees to it that cleartext stays on this machine, or behind a proxy
            server.UseAspNetCore().EnableTokenEndpointPassthrough().DisableTransportSecurityRequirement();
        })
        .AddValidation(validation =>
        {
            validation.UseLocalServer();
            validation.AddAudiences(Audience);
            validation.AddEventHandler<OpenIddict.Validation.OpenIddictValidationEvents.ProcessAuthenticationContext>(TokenCheck.Register);
            // a token in an address ends up in logs and histories
            validation.UseAspNetCore().DisableAccessTokenExtractionFromQueryString().DisableAccessTokenExtractionFromBodyForm();
        });

    /// <summary>OpenIddict has checked the client and its secret when this is called.</summary>
    public static async Task<IResult> IssueAsync(HttpContext context, Standing standing)
    {
        var request = context.GetOpenIddictServerRequest()!;
        return await standing.FindClientAsync(request.ClientId!) is { } client
            ? Results.SignIn(MachineClients.SignIn(client), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)
            : Results.Forbid(authenticationSchemes: [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
    }
}
