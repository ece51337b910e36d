using System.Globalization;
using WorkOrders.Domain;

namespace WorkOrders.Server.Wire;

/// <summary>Opaque to clients: an order's version in disguise.</summary>
internal static class Etags
{
    public static string Of(WorkOrder order) => string.Create(CultureInfo.InvariantCulture, $"W{order.Version}");
}
