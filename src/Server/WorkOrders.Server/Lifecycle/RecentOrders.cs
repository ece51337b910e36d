using WorkOrders.Server.Store;

namespace WorkOrders.Server.Lifecycle;

/// <summary>
/// Orders as the writer has left them, which spares it from reading and parsing what it wrote a moment ago. It may: nobody
/// else writes orders. Only what is durable goes in, and whatever goes wrong empties it.
/// </summary>
internal sealed class RecentOrders
{
    private const int Most = 4_096;

    private readonly Dictionary<long, StoredOrder> _orders = [];

    public StoredOrder? Find(long number) => _orders.GetValueOrDefault(number);

    public void Keep(IEnumerable<StoredOrder> orders)
    {
        // crude, and cheaper than keeping account of who was asked for last: those in use are soon back
        if (_orders.Count > Most) Forget();
        foreach (var order in orders)
            _orders[order.Order.Number] = order;
    }

    public void Forget() => _orders.Clear();
}
