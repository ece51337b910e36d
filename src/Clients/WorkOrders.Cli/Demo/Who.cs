namespace WorkOrders.Cli.Demo;

/// <summary>Somebody in the demonstration, with the client that a server in demonstration mode knows.</summary>
/// <param name="ClientId">The client id; the secret follows from it, as these accounts guard nothing.</param>
/// <param name="ContractorId">The contractor whose system it is; null for the landlord's people.</param>
internal sealed record Who(string ClientId, string Name, string? ContractorId = null)
{
    public string ClientSecret => ClientId + "-demo-secret";
}
