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
    string ClientId, string AccountId, string Name, string Role, string? ContractorId = null, string? ContractorName = null)
{
    /// <summary>Tokens hold the one that was when they were issued: another one ends them. Null as long as none had to end.</summary>
    public string? Stamp { get; init; }

    /// <summary>The hash of the secret before the present one, and until when it is good.</summary>
    public string? OldSecret { get; init; }
    public DateTimeOffset? OldSecretUntil { get; init; }
}

/// <summary>The machine clients. Secrets are kept as hashes; who a client is stands in its properties.</summary>
internal sealed class MachineClients(IOpenIddictApplicationManager applications, AccountsOptions options, TimeProvider clock)
{
    public const string PropertyName = "workorders";

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

    public async Task<MachineClient?> FindAsync(string clientId, CancellationToken stop) =>
        await applications.FindByClientIdAsync(clientId, stop) is { } application ? await ReadAsync(application, stop) : null;

    public async Task<List<MachineClient>> ListAsync(CancellationToken stop)
    {
        List<MachineClient> all = [];
        await foreach (var application in applications.ListAsync(cancellationToken: stop))
            all.Add(await ReadAsync(application, stop));
        return all;
    }

    /// <summary>Another secret. The old one stays good for a while, or ends with all tokens that came of it.</summary>
    public async Task RotateAsync(string clientId, string secret, bool endOldNow, CancellationToken stop)
    {
        var application = (await applications.FindByClientIdAsync(clientId, stop))!;
        var descriptor = await DescribeAsync(application, stop);
        var client = await ReadAsync(application, stop);
        var overlap = TimeSpan.FromHours(options.SecretOverlapHours);
        Put(descriptor, endOldNow || overlap == TimeSpan.Zero
            ? client with { OldSecret = null, OldSecretUntil = null, Stamp = endOldNow ? $"{Guid.NewGuid()}" : client.Stamp }
            : client with { OldSecret = descriptor.ClientSecret, OldSecretUntil = clock.GetUtcNow() + overlap });
        descriptor.ClientSecret = secret;
        await applications.UpdateAsync(application, descriptor, stop);
    }

    /// <summary>Ends the tokens of all clients of a contractor.</summary>
    public async Task EndTokensAsync(string contractorId, CancellationToken stop)
    {
        foreach (var client in (await ListAsync(stop)).Where(c => c.ContractorId == contractorId))
        {
            var application = (await applications.FindByClientIdAsync(client.ClientId, stop))!;
            var descriptor = await DescribeAsync(application, stop);
            Put(descriptor, client with { Stamp = $"{Guid.NewGuid()}" });
            await applications.UpdateAsync(application, descriptor, stop);
        }
    }

    public async Task RemoveAsync(string clientId, CancellationToken stop) =>
        await applications.DeleteAsync((await applications.FindByClientIdAsync(clientId, stop))!, stop);

    /// <summary>What the client's token says.</summary>
    public static ClaimsPrincipal SignIn(MachineClient client)
    {
        var identity = new ClaimsIdentity("token", Caller.Name, Caller.Role);
        identity.SetClaim(Caller.AccountId, client.AccountId)
            .SetClaim(Caller.UserName, client.ClientId)
            .SetClaim(Caller.Name, client.Name)
            .SetClaim(Caller.Role, client.Role)
            .SetClaim(Caller.ContractorId, client.ContractorId)
            .SetClaim(Caller.ContractorName, client.ContractorName)
            .SetClaim(Caller.Stamp, client.Stamp)
            .SetResources(TokenSetup.Audience)
            .SetDestinations(_ => [Destinations.AccessToken]);
        return new ClaimsPrincipal(identity);
    }

    private async Task<MachineClient> ReadAsync(object application, CancellationToken stop) =>
        (await applications.GetPropertiesAsync(application, stop))[PropertyName].Deserialize<MachineClient>()!;

    private async Task<OpenIddictApplicationDescriptor> DescribeAsync(object application, CancellationToken stop)
    {
        var descriptor = new OpenIddictApplicationDescriptor();
        await applications.PopulateAsync(descriptor, application, stop);
        return descriptor;
    }

    private static void Put(OpenIddictApplicationDescriptor descriptor, MachineClient client) =>
        descriptor.Properties[PropertyName] = JsonSerializer.SerializeToElement(client);
}
