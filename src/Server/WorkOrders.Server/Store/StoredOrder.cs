using WorkOrders.Domain;

namespace WorkOrders.Server.Store;

/// <summary>An order with the commit of its last change.</summary>
internal sealed record StoredOrder(WorkOrder Order, long Revision);
