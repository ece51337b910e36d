using WorkOrders.Board.Live;
using WorkOrders.V1;

namespace WorkOrders.Board.Portal.Order;

/// <summary>What the landlord's people do on an order's page.</summary>
public sealed partial class OrderPage
{
    private Task<Refusal?> CancelAsync(string reason) => DoneAsync(
        async () => (await Orders.CancelWorkOrderAsync(new() { Number = Number, RequestId = NewId(), Reason = reason })).WorkOrder, "Order.HasCancelled");

    private Task<Refusal?> ReopenAsync(string reason) => DoneAsync(
        async () => (await Orders.ReopenWorkOrderAsync(new() { Number = Number, RequestId = NewId(), Reason = reason })).WorkOrder, "Order.HasReopened");

    private Task<Refusal?> BundleAsync(IEnumerable<long> others) => DoneAsync(
        async () => (await Orders.BundleWorkOrdersAsync(new() { RequestId = NewId(), Numbers = { new[] { Number }.Concat(others) } }))
            .WorkOrders.FirstOrDefault(o => o.Number == Number),
        "Order.HasBundled");

    private async Task UnbundleAsync()
    {
        var why = await DoneAsync(
            async () => (await Orders.UnbundleWorkOrderAsync(new() { Number = Number, RequestId = NewId() })).WorkOrder, "Order.HasUnbundled");
        _problem = why?.Message(Words);
    }

    private async Task<Refusal?> DoneAsync(Func<Task<WorkOrder?>> call, string said)
    {
        if (await TryAsync(call) is { } why)
            return why;
        _open = null;
        await SayAsync(said);
        StateHasChanged();
        return null;
    }
}
