using Grpc.Core;
using WorkOrders.Server.Feed;
using WorkOrders.V1;

namespace WorkOrders.Server.Endpoints;

/// <summary>
/// The feed service as the contract has it, but for one thing: its stream writes frames that are encoded already. The
/// generated base class would encode every event anew for every stream. Clients see no difference.
/// </summary>
[BindServiceMethod(typeof(EncodedFeedService), nameof(Bind))]
internal abstract class EncodedFeedService
{
    private static readonly string Service = WorkOrderFeedService.Descriptor.FullName;

    private static readonly Method<WatchWorkOrdersRequest, Frame> WatchMethod =
        new(MethodType.ServerStreaming, Service, nameof(WatchWorkOrders), Marshallers.Of(WatchWorkOrdersRequest.Parser), Frame.Marshaller);

    private static readonly Method<ListWorkOrderEventsRequest, ListWorkOrderEventsResponse> ListMethod = new(
        MethodType.Unary, Service, nameof(ListWorkOrderEvents),
        Marshallers.Of(ListWorkOrderEventsRequest.Parser), Marshallers.Of(ListWorkOrderEventsResponse.Parser));

    private static readonly Method<GetFeedStatusRequest, GetFeedStatusResponse> StatusMethod = new(
        MethodType.Unary, Service, nameof(GetFeedStatus), Marshallers.Of(GetFeedStatusRequest.Parser), Marshallers.Of(GetFeedStatusResponse.Parser));

    public abstract Task WatchWorkOrders(WatchWorkOrdersRequest request, IServerStreamWriter<Frame> responseStream, ServerCallContext context);

    public abstract Task<ListWorkOrderEventsResponse> ListWorkOrderEvents(ListWorkOrderEventsRequest request, ServerCallContext context);

    public abstract Task<GetFeedStatusResponse> GetFeedStatus(GetFeedStatusRequest request, ServerCallContext context);

    /// <summary>Called by the framework, as its like is for a generated service.</summary>
    public static void Bind(ServiceBinderBase binder, EncodedFeedService? service)
    {
        binder.AddMethod(WatchMethod, service is null ? null : service.WatchWorkOrders);
        binder.AddMethod(ListMethod, service is null ? null : service.ListWorkOrderEvents);
        binder.AddMethod(StatusMethod, service is null ? null : service.GetFeedStatus);
    }
}
