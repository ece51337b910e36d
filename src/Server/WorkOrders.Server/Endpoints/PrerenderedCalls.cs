using Google.Protobuf;
using Grpc.Core;
using WorkOrders.Board.Live;
using WorkOrders.Server.Accounts;
using WorkOrders.Server.Accounts.Pairing;
using WorkOrders.Server.Figures;
using WorkOrders.Server.Lifecycle;
using WorkOrders.Server.Queries;
using WorkOrders.V1;

namespace WorkOrders.Server.Endpoints;

/// <summary>
/// What a page asks while the server draws it: the same calls as in the browser, answered here without a wire, for whoever
/// has asked for the page. The answers travel in the page. Reading only; which pages somebody may open is settled before.
/// </summary>
internal sealed class PrerenderedCalls(
    IHttpContextAccessor http, OrderQueries queries, FigureQueries figures, AttentionList attention, DeskQueries desk, MyAccount mine, Orderers orderers,
    ContractorList contractors, Contractors forPlacing, PhraseCatalogue phrases, PairingDesk pairing,
    StreamLimit streams, Prefetched answers) : CallInvoker
{
    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) =>
        Prefetched.Answered(AnswerAsync<TResponse>(method.FullName, (IMessage)request));

    private async Task<TResponse> AnswerAsync<TResponse>(string method, IMessage request)
    {
        var answer = await AnswerAsync(request);
        answers.Keep(method, request, answer);
        return (TResponse)answer;
    }

    private async Task<IMessage> AnswerAsync(IMessage request)
    {
        var user = http.HttpContext!.User;
        return request switch
        {
            GetMyAccountRequest => await mine.GetAsync(user),
            GetStatusMatrixRequest r => queries.Counts.Get(r, Caller.Of(user)),
            ListWorkOrdersRequest r => queries.Lists.List(r, Caller.Of(user)),
            GetWorkOrderRequest r => queries.One.Get(r.Number, Caller.Of(user)),
            ListWorkOrderLogRequest r => queries.Log.List(r, Caller.Of(user)),
            ListPhrasesRequest => queries.Phrases.List(),
            ListAttentionRequest r => attention.List(r, Caller.Of(user)),
            ListContractorAccountsRequest => new ListContractorAccountsResponse { Contractors = { await contractors.AllAsync(default) } },
            ListPhraseCatalogueRequest => new ListPhraseCatalogueResponse { Phrases = { await phrases.ListAsync(default) } },
            ListQuestionsRequest r => queries.Questions.List(r, Caller.Of(user)),
            GetFiguresRequest r => await figures.GetAsync(r, http.HttpContext.RequestAborted),
            ListBoardsRequest => await pairing.ListAsync(board => streams.Open(board) > 0, http.HttpContext!.RequestAborted),
            GetDeskRequest r => desk.Get(r, Caller.Of(user)),
            ListOrderersRequest => new ListOrderersResponse { Orderers = { await orderers.ListAsync(default) } },
            GetMyAbsenceRequest => orderers.AbsenceOf(Caller.Of(user)),
            ListContractorsRequest => new ListContractorsResponse { Contractors = { await forPlacing.ListAsync(default) } },
            _ => throw new NotSupportedException($"{request.Descriptor.Name} is not asked while a page is drawn."),
        };
    }

    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) => throw NotHere();

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) => throw NotHere();

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options) => throw NotHere();

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options) => throw NotHere();

    private static NotSupportedException NotHere() => new("Pages ask with asynchronous unary calls only.");
}
