using System.Diagnostics.CodeAnalysis;
using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace WorkOrders.Client;

/// <summary>One unary call: as many attempts as it takes, within the budget.</summary>
[SuppressMessage(
    "Design", "CA1001", Justification = "A cancellation source without a timer holds nothing, and may be cancelled after the end.")]
internal sealed class UnaryCall<TResponse>(
    Func<CallOptions, AsyncUnaryCall<TResponse>> attempt,
    string name,
    CallOptions callOptions,
    TokenSource tokens,
    WorkOrdersClientOptions options,
    ILogger log)
{
    private readonly CancellationTokenSource _ended = new();
    private readonly long _started = options.TimeProvider.GetTimestamp();
    private AsyncUnaryCall<TResponse>? _latest;

    public AsyncUnaryCall<TResponse> Start()
    {
        var response = RunAsync();
        return new AsyncUnaryCall<TResponse>(
            response,
            async _ => { await response.ConfigureAwait(false); return await _latest!.ResponseHeadersAsync.ConfigureAwait(false); },
            _ => _latest?.GetStatus() ?? throw new InvalidOperationException("The call has not been answered yet."),
            _ => _latest?.GetTrailers() ?? throw new InvalidOperationException("The call has not been answered yet."),
            _ => _ended.Cancel(),
            this);
    }

    private async Task<TResponse> RunAsync()
    {
        // Let go of at the end: the caller's token may live as long as its program.
        using var linked = callOptions.CancellationToken.UnsafeRegister(static ended => ((CancellationTokenSource)ended!).Cancel(), _ended);
        var renewed = false;
        for (var attempts = 1; ; attempts++)
        {
            Token? token = null;
            try
            {
                token = await tokens.GetAsync(_ended.Token).ConfigureAwait(false);
                return await AttemptAsync(token).ConfigureAwait(false);
            }
            catch (RpcException) when (_ended.IsCancellationRequested)
            {
                throw new OperationCanceledException(
                    callOptions.CancellationToken.IsCancellationRequested ? callOptions.CancellationToken : _ended.Token);
            }
            catch (RpcException failure)
            {
                var refusal = WorkOrdersException.From(failure);
                if (token is not null && refusal.StatusCode == StatusCode.Unauthenticated && !renewed)
                {
                    renewed = true;
                    tokens.Forget(token);
                    continue;
                }

                if (Retries.DelayAfter(refusal, attempts) is not { } delay || !Fits(delay))
                    throw refusal;
                ClientLog.CallRepeated(log, name, refusal.StatusCode, refusal.Reason, attempts, delay);
                await Task.Delay(delay, options.TimeProvider, _ended.Token).ConfigureAwait(false);
            }
        }
    }

    private async Task<TResponse> AttemptAsync(Token token)
    {
        // gRPC measures deadlines by the system's clock, whichever clock we have been given.
        var timeout = TimeProvider.System.GetUtcNow().UtcDateTime + options.AttemptTimeout;
        var deadline = callOptions.Deadline is { } whole && whole < timeout ? whole : timeout;
        _latest?.Dispose();
        _latest = attempt(token.AddTo(callOptions).WithDeadline(deadline).WithCancellationToken(_ended.Token));
        return await _latest.ResponseAsync.ConfigureAwait(false);
    }

    private bool Fits(TimeSpan delay) =>
        options.TimeProvider.GetElapsedTime(_started) + delay <= options.RetryBudget
        && (callOptions.Deadline is not { } whole || TimeProvider.System.GetUtcNow().UtcDateTime + delay < whole);
}
