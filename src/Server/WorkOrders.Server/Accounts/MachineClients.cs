using System.Collections.Immutable;
using System.Security.Claims;
using System.Text.Json;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace WorkOrders.Server.Accounts;

/// <summary>
/// A contractor's system, or somebody's own program. <see cref="AccountId"/> is that of the person whom a personal
/// client acts for.
/// </summary>
internal sealed record MachineClient(
    string ClientId, string AccountId, string Name, string Role, string? ContractorId = null, string? ContractorName = null);

/// <summary>The machine clients. Secrets are kept as hashes; who a client is stands in its properties.</summary>
internal sealed class MachineClients(IOpenIddictApplicationManager applications)
{
    private const string PropertyName = "workorders";

    public async Task AddAsync(MachineClient client, string secret, CancellationToken stop)
    {
        var descriptor = new OpenIddictApplicationDescriptor
        {
            ClientId = client.ClientId,
            ClientSecret = secret,
            ClientType = ClientTypes.Confidential,
            DisplayName = client.Name,
            Permissions = { Permissions.Endpoints.Token, Permissions.GrantTypes.ClientCredentials },
        };
        descriptor.Properties[PropertyName] = JsonSerializer.SerializeToElement(client);
        await applications.CreateAsync(descriptor, stop);
    }

    public async Task<bool> ExistsAsync(string clientId, CancellationToken stop) =>
        await applications.FindByClientIdAsync(clientId, stop) is not null;

    /// <summary>What the client's token says; null if the client is gone.</summary>
    public async Task<ClaimsPrincipal?> SignInAsync(string clientId, CancellationToken stop)
    {
        if (await applications.FindByClientIdAsync(clientId, stop) is not { } application)
            return null;
        var properties = await applications.GetPropertiesAsync(application, stop);
        var client = properties.GetValueOrDefault(PropertyName).Deserialize<MachineClient>()!;
        var identity = new ClaimsIdentity("token", Caller.Name, Caller.Role);
        identity.SetClaim(Caller.AccountId, client.AccountId)
            .SetClaim(Caller.UserName, client.ClientId)
            .SetClaim(Caller.Name, client.Name)
            .SetClaim(Caller.Role, client.Role)
            .SetClaim(Caller.ContractorId, client.ContractorId)
            .SetClaim(Caller.ContractorName, client.ContractorName)
            .SetResources(TokenSetup.Audience)
            .SetDestinations(_ => [Destinations.AccessToken]);
        return new ClaimsPrincipal(identity);
    }
}
