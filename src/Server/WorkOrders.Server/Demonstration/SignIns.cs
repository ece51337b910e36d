using WorkOrders.Server.Accounts;

namespace WorkOrders.Server.Demonstration;

/// <summary>Who can sign in to the demonstration. The same for ever, so that documentation and scripts can name them.</summary>
internal static class SignIns
{
    private const string Contractor = RoleNames.Contractor;

    /// <summary>Made anew for each who asks: who creates an account writes into it.</summary>
    public static IReadOnlyList<(Person Person, string Password)> People =>
    [
        (new()
        {
            Id = "demo-testfirma", UserName = "1999/99999", DisplayName = "Testfirma AB",
            Role = Contractor, ContractorId = "1999/99999", ContractorName = "Testfirma AB",
            Company = "Testfirma AB", Email = "test@testmail.com", PhoneNumber = "08-123456", MobilePhone = "0721234567",
        }, "Testfirma-demo-1"),
        (new() { Id = "demo-elsa", UserName = "elsa", DisplayName = "Elsa Österberg", Role = RoleNames.Orderer }, "Elsa-demo-1"),
        (new() { Id = "demo-nils", UserName = "nils", DisplayName = "Nils Bergqvist", Role = RoleNames.Orderer }, "Nils-demo-1"),
        (new() { Id = "demo-dispatch", UserName = "dispatch", DisplayName = "Driftcentralen", Role = RoleNames.Dispatcher },
            "Dispatch-demo-1"),
        (new() { Id = "demo-wall", UserName = "wall", DisplayName = "Väggtavlan", Role = RoleNames.WallBoard }, "Wall-demo-1"),
    ];

    /// <summary>The team of the demonstration's orderers.</summary>
    public const string Team = "Farsta";

    /// <summary>Whom the landlord has given a first password that nobody has used yet.</summary>
    public static IReadOnlyList<(Person Person, string Password)> Newcomers =>
    [
        (new()
        {
            Id = "demo-rorjouren", UserName = "1999/10001", DisplayName = "Söderorts Rörjour AB",
            Role = Contractor, ContractorId = "1999/10001", ContractorName = "Söderorts Rörjour AB",
            Company = "Söderorts Rörjour AB", Email = "rorjour@example.com", PhoneNumber = "08-46500410",
        }, "Rorjour-first-1"),
    ];

    public static IReadOnlyList<(MachineClient Client, string Secret)> Machines { get; } =
    [
        Of("testfirma", "1999/99999", "Testfirma AB"),
        Of("rorjouren", "1999/10001", "Söderorts Rörjour AB"),
        Of("elservice", "1999/10002", "Tallkrogens Elservice AB"),
        Of("vitvaror", "1999/10003", "Farsta Vitvaror AB"),
        Of("maleri", "1999/10004", "Enskede Måleri AB"),
        Of("snickeri", "1999/10005", "Gubbängens Snickeri AB"),
        (new("elsa", "demo-elsa", "Elsa Österberg", RoleNames.Orderer), "elsa-demo-secret"),
        (new("nils", "demo-nils", "Nils Bergqvist", RoleNames.Orderer), "nils-demo-secret"),
        (new("dispatch", "demo-dispatch", "Driftcentralen", RoleNames.Dispatcher), "dispatch-demo-secret"),
        (new("minasidor", "minasidor", "Mina sidor", RoleNames.TenantPortal), "minasidor-demo-secret"),
    ];

    private static (MachineClient, string) Of(string clientId, string contractorId, string name) =>
        (new(clientId, clientId, name, Contractor, contractorId, name), $"{clientId}-demo-secret");
}
