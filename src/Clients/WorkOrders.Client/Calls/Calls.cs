using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace WorkOrders.Client;

/// <summary>What the generated clients call through: unary calls with retries on one channel, streams on the other.</summary>
internal sealed class Calls(CallInvoker unary, CallInvoker streams, TokenSource tokens, WorkOrdersClientOptions options) : CallInvoker
{
    private readonly ILogger _log = options.LoggerFactory.CreateLogger("WorkOrders.Client.Calls");

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions callOptions, TRequest request)
    {
        var wish = RequestIds.FillIn(request);
        return new UnaryCall<TResponse>(
            attempt => unary.AsyncUnaryCall(method, host, attempt, wish), method.Name, callOptions, tokens, options, _log).Start();
    }

    // On a thread of the pool, so that a caller who holds a window's thread can't deadlock.
    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions callOptions, TRequest request) =>
        Task.Run(async () => await AsyncUnaryCall(method, host, callOptions, request).ResponseAsync.ConfigureAwait(false))
            .GetAwaiter().GetResult();

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions callOptions, TRequest request) =>
        new StreamingCall<TResponse>(
            opened => streams.AsyncServerStreamingCall(method, host, opened, request), callOptions, tokens).Start();

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions callOptions) =>
        throw new NotSupportedException("The contract has no call in which the client streams.");

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions callOptions) =>
        throw new NotSupportedException("The contract has no call in which the client streams.");
}
