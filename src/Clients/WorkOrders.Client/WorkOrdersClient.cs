using Grpc.Net.Client;
using WorkOrders.V1;

namespace WorkOrders.Client;

/// <summary>
/// A connection to the work order system: typed calls that sign in by themselves and are repeated safely, and a feed
/// that survives restarts. Make one and keep it; it is safe to use from several threads at once.
/// </summary>
/// <remarks>
/// Every call fails with a <see cref="WorkOrdersException"/> (which is a <see cref="Grpc.Core.RpcException"/>), or
/// with an <see cref="OperationCanceledException"/> if its cancellation token was cancelled.
/// </remarks>
public sealed class WorkOrdersClient : IDisposable
{
    private readonly WorkOrdersClientOptions _options;
    private readonly GrpcChannel _unary;
    private readonly GrpcChannel _streams;
    private readonly TokenSource _tokens;
    private readonly HttpClient _http;

    /// <summary>Prepares the connection; nothing is sent before the first call.</summary>
    /// <param name="options">Where the server is and who is calling.</param>
    /// <exception cref="ArgumentException">The address is not an absolute http or https address, or the client id is empty.</exception>
    public WorkOrdersClient(WorkOrdersClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrWhiteSpace(options.ClientId);
        if (!options.Address.IsAbsoluteUri || options.Address.Scheme is not ("http" or "https"))
            throw new ArgumentException($"'{options.Address}' is not an http or https address.", nameof(options));

        _options = options;
        // Two connections: a page of orders must not wait behind a feed in full flow, nor the other way around.
        _unary = Channels.Open(options);
        _streams = Channels.Open(options);
        _tokens = new TokenSource(options, Channels.Handler());
        _http = Channels.OpenHttp(options);

        var calls = new Calls(_unary.CreateCallInvoker(), _streams.CreateCallInvoker(), _tokens, options);
        WorkOrders = new WorkOrderService.WorkOrderServiceClient(calls);
        Feed = new WorkOrderFeedService.WorkOrderFeedServiceClient(calls);
        Accounts = new AccountService.AccountServiceClient(calls);
        Desk = new DeskService.DeskServiceClient(calls);
    }

    /// <summary>
    /// Commands and queries. A missing <c>request_id</c> is filled in; set your own to be able to repeat a wish
    /// after a restart of your program.
    /// </summary>
    public WorkOrderService.WorkOrderServiceClient WorkOrders { get; }

    /// <summary>The feed as the contract has it. <see cref="WatchAsync"/> is the comfortable way to follow it.</summary>
    public WorkOrderFeedService.WorkOrderFeedServiceClient Feed { get; }

    /// <summary>Who is calling, and whom one can place an order with.</summary>
    public AccountService.AccountServiceClient Accounts { get; }

    /// <summary>What waits for an orderer, and who answers while it is away. The landlord's people only.</summary>
    public DeskService.DeskServiceClient Desk { get; }

    /// <summary>
    /// Follows the feed, for ever: through lost connections, restarts of the server and expired tokens, each commit
    /// once and in order, as long as the enumeration lasts.
    /// </summary>
    /// <param name="options">Where to start, what to leave out, where to store the position. By default: from now on, all.</param>
    /// <param name="cancellationToken">Ends it, with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>What happens, each item with the position to resume from.</returns>
    /// <exception cref="FeedHistoryLostException">
    /// The server no longer has what comes after the position, and <see cref="WatchOptions.OnHistoryLost"/> is
    /// <see cref="HistoryLost.Throw"/>.
    /// </exception>
    /// <exception cref="WorkOrdersException">Waiting won't help: refused credentials, a malformed filter, too many watches.</exception>
    public IAsyncEnumerable<WatchedItem> WatchAsync(WatchOptions? options = null, CancellationToken cancellationToken = default) =>
        new Watch(Feed, options ?? new WatchOptions(), _options).RunAsync(cancellationToken);

    /// <summary>
    /// Uploads a photo for a note on an order, or for its completion: pass the id in <c>photo_ids</c> of the request.
    /// A line that breaks costs only what was on it: the upload goes on where it was, for as long as it gets on at all
    /// (<see cref="WorkOrdersClientOptions.RetryBudget"/> counts from the last byte that arrived).
    /// </summary>
    /// <param name="number">The order. The caller must see it, and may note on it or complete it.</param>
    /// <param name="photo">
    /// JPEG, PNG or WebP, as the camera made it; read to its end before anything is sent. At most 15 MB and 50 million
    /// pixels, unless the server is set otherwise. Position and all other metadata are left out of what is kept.
    /// </param>
    /// <param name="cancellationToken">Gives it up, with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The photo's id. A photo that no note has taken within a day is removed.</returns>
    /// <exception cref="WorkOrdersException">
    /// It was refused: <see cref="WorkOrdersException.ReasonName"/> is <c>WORK_ORDER_NOT_FOUND</c>, <c>INVALID_STATE_TRANSITION</c>,
    /// <c>PHOTO_TOO_LARGE</c>, <c>NOT_A_PHOTO</c>, <c>PHOTO_DAMAGED</c>, <c>TOO_MANY_PIXELS</c>, <c>TOO_MANY_UNUSED_PHOTOS</c> and the like. Or
    /// the server could not be reached.
    /// </exception>
    public async Task<string> UploadPhotoAsync(long number, Stream photo, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(photo);
        using var bytes = new MemoryStream();
        await photo.CopyToAsync(bytes, cancellationToken).ConfigureAwait(false);
        return await new PhotoUpload(_http, _tokens, _options, bytes.ToArray()).RunAsync(number, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends all calls and closes the connections.</summary>
    public void Dispose()
    {
        _unary.Dispose();
        _streams.Dispose();
        _tokens.Dispose();
        _http.Dispose();
    }
}
