namespace WorkOrders.Server.Endpoints;

/// <summary>The lifecycle service, queries: translate, hand over, translate back.</summary>
internal sealed partial class WorkOrderEndpoint
{
}
