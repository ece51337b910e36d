using WorkOrders.Domain;

namespace WorkOrders.Server.Demonstration;

/// <summary>Who has done what the demonstration's orders tell: the people and systems that one can sign in as.</summary>
internal static class Cast
{
    public const string Testfirma = "testfirma";

    public static Actor Elsa { get; } = new(ActorRole.Orderer, "demo-elsa", "Elsa Österberg");

    public static Actor Dispatch { get; } = new(ActorRole.Dispatcher, "demo-dispatch", "Driftcentralen");

    public static Orderer ElsaAsOrderer { get; } = new() { AccountId = Elsa.AccountId, Name = Elsa.Name };

    public static ContractorRef Firm(string clientId) => ByClientId[clientId].Contractor!;

    public static Actor System(string clientId) => ByClientId[clientId];

    private static readonly Dictionary<string, Actor> ByClientId = SignIns.Machines.Select(m => m.Client)
        .Where(c => c.ContractorId is not null)
        .ToDictionary(c => c.ClientId, c => new Actor(ActorRole.Contractor, c.AccountId, c.Name, new(c.ContractorId!, c.ContractorName!)));
}
