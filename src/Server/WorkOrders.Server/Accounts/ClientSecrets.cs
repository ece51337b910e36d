using System.Text.Json;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Core;

namespace WorkOrders.Server.Accounts;

/// <summary>OpenIddict's manager, for which a client may have two secrets for a while: a new one, and the one before.</summary>
internal sealed class ClientSecrets<TApplication>(
    IOpenIddictApplicationCache<TApplication> cache, ILogger<OpenIddictApplicationManager<TApplication>> logger,
    IOptionsMonitor<OpenIddictCoreOptions> options, IOpenIddictApplicationStore<TApplication> store, TimeProvider clock)
    : OpenIddictApplicationManager<TApplication>(cache, logger, options, store) where TApplication : class
{
    public override async ValueTask<bool> ValidateClientSecretAsync(
        TApplication application, string secret, CancellationToken cancellationToken = default)
    {
        if (await base.ValidateClientSecretAsync(application, secret, cancellationToken)) return true;

        var client = (await GetPropertiesAsync(application, cancellationToken)).GetValueOrDefault(MachineClients.PropertyName).Deserialize<MachineClient>();
        return client is { OldSecret: { } old } && clock.GetUtcNow() < client.OldSecretUntil
            && await ValidateClientSecretAsync(secret, old, cancellationToken);
    }
}
