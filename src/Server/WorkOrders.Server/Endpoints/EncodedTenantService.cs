using Grpc.Core;
using WorkOrders.Server.Feed;
using WorkOrders.V1;

namespace WorkOrders.Server.Endpoints;

/// <summary>
/// The tenant service as the contract has it, but for its stream, which writes frames that are encoded already:
/// <see cref="EncodedFeedService"/>. Clients see no difference.
/// </summary>
[BindServiceMethod(typeof(EncodedTenantService), nameof(Bind))]
internal abstract class EncodedTenantService
{
    private static readonly string Service = TenantService.Descriptor.FullName;

    private static readonly Method<WatchTenantOrdersRequest, Frame> WatchMethod = new(
        MethodType.ServerStreaming, Service, nameof(WatchTenantOrders), Marshallers.Of(WatchTenantOrdersRequest.Parser), Frame.Marshaller);

    private static readonly Method<ListTenantOrdersRequest, ListTenantOrdersResponse> ListMethod = new(
        MethodType.Unary, Service, nameof(ListTenantOrders),
        Marshallers.Of(ListTenantOrdersRequest.Parser), Marshallers.Of(ListTenantOrdersResponse.Parser));

    private static readonly Method<GetTenantOrderRequest, GetTenantOrderResponse> GetMethod = new(
        MethodType.Unary, Service, nameof(GetTenantOrder), Marshallers.Of(GetTenantOrderRequest.Parser), Marshallers.Of(GetTenantOrderResponse.Parser));

    private static readonly Method<CreateTenantLinkRequest, CreateTenantLinkResponse> CreateMethod = new(
        MethodType.Unary, Service, nameof(CreateTenantLink),
        Marshallers.Of(CreateTenantLinkRequest.Parser), Marshallers.Of(CreateTenantLinkResponse.Parser));

    private static readonly Method<RevokeTenantLinksRequest, RevokeTenantLinksResponse> RevokeMethod = new(
        MethodType.Unary, Service, nameof(RevokeTenantLinks),
        Marshallers.Of(RevokeTenantLinksRequest.Parser), Marshallers.Of(RevokeTenantLinksResponse.Parser));

    public abstract Task<ListTenantOrdersResponse> ListTenantOrders(ListTenantOrdersRequest request, ServerCallContext context);

    public abstract Task<GetTenantOrderResponse> GetTenantOrder(GetTenantOrderRequest request, ServerCallContext context);

    public abstract Task WatchTenantOrders(WatchTenantOrdersRequest request, IServerStreamWriter<Frame> responseStream, ServerCallContext context);

    public abstract Task<CreateTenantLinkResponse> CreateTenantLink(CreateTenantLinkRequest request, ServerCallContext context);

    public abstract Task<RevokeTenantLinksResponse> RevokeTenantLinks(RevokeTenantLinksRequest request, ServerCallContext context);

    /// <summary>Called by the framework, as its like is for a generated service.</summary>
    public static void Bind(ServiceBinderBase binder, EncodedTenantService? service)
    {
        binder.AddMethod(WatchMethod, service is null ? null : service.WatchTenantOrders);
        binder.AddMethod(ListMethod, service is null ? null : service.ListTenantOrders);
        binder.AddMethod(GetMethod, service is null ? null : service.GetTenantOrder);
        binder.AddMethod(CreateMethod, service is null ? null : service.CreateTenantLink);
        binder.AddMethod(RevokeMethod, service is null ? null : service.RevokeTenantLinks);
    }
}
