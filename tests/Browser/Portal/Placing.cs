using WorkOrders.Testing;
using WorkOrders.V1;

namespace WorkOrders.Browser.Tests.Portal;

/// <summary>Orders that the landlord places with Testfirma, over gRPC.</summary>
internal sealed class Placing(TestServer server)
{
    /// <summary>For a server of which more is asked than a person would.</summary>
    public static readonly Dictionary<string, string> Patience = new() { ["Limits:MachineBurst"] = "100000" };

    private readonly WorkOrderService.WorkOrderServiceClient _elsa = new(server.As("elsa"));

    public async Task<WorkOrder> PlaceAsync(
        string objectNumber, Action<RegisterWorkOrderRequest>? with = null)
    {
        var request = new RegisterWorkOrderRequest
        {
            RequestId = Guid.NewGuid().ToString(),
            Type = WorkOrderType.Fault,
            PropertyObject = new() { Number = objectNumber, Kind = "3 rum och kök", Address = new() { Street = "Torögatan 51", PostalCode = "12265", Town = "Enskede" } },
            Tenant = new() { Name = "Test Testsson", HomePhone = "0799999999", MobilePhone = "0788888888", PreferredPhone = PreferredPhone.Home },
            Access = new() { Comment = "testar" },
            Subject = new() { Space = "Kök", Unit = "Diskbänk", Phrase = "Blandare dåligt tryck", Description = "Kommer inget vatten" },
            PlaceWithContractorId = "1999/99999",
        };
        with?.Invoke(request);
        return (await _elsa.RegisterWorkOrderAsync(request)).WorkOrder;
    }
}
