using WorkOrders.Client;

namespace WorkOrders.Cli.Demo;

/// <summary>A client for everybody in the cast: each with its own token, as in life.</summary>
internal sealed class Troupe(Uri address, TimeSpan patience) : IDisposable
{
    private readonly Dictionary<Who,
    WorkOrdersClient> _clients = Cast.All.ToDictionary(who => who, who => new WorkOrdersClient(new WorkOrdersClientOptions
    {
        Address = address,
        ClientId = who.ClientId,
        ClientSecret = who.ClientSecret,
        RetryBudget = patience,
    }));

    public WorkOrdersClient this[Who who] => _clients[who];

    public void Dispose()
    {
        foreach (var client in _clients.Values)
            client.Dispose();
    }
}
