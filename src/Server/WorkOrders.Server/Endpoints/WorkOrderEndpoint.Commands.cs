using WorkOrders.V1;

namespace WorkOrders.Server.Endpoints;

/// <summary>The lifecycle service, commands: translate, hand over, translate back.</summary>
internal sealed partial class WorkOrderEndpoint : WorkOrderService.WorkOrderServiceBase
{
}
