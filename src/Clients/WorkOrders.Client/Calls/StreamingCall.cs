using System.Diagnostics.CodeAnalysis;
using Grpc.Core;

namespace WorkOrders.Client;

/// <summary>
/// A stream that fetches its token before it opens, and fails with typed errors. It is not repeated: resuming is the watch's.
/// </summary>
[SuppressMessage(
    "Design", "CA1001", Justification = "A cancellation source without a timer holds nothing, and may be cancelled after the end.")]
internal sealed class StreamingCall<TResponse>(
    Func<CallOptions, AsyncServerStreamingCall<TResponse>> open,
    CallOptions callOptions, TokenSource tokens) : IAsyncStreamReader<TResponse>
{
    private readonly CancellationTokenSource _ended = new();
    private CancellationTokenRegistration _linked;
    private Token? _token;
    private AsyncServerStreamingCall<TResponse>? _opened;

    public TResponse Current => Opened.ResponseStream.Current;

    private AsyncServerStreamingCall<TResponse> Opened => _opened ?? throw new InvalidOperationException("Nothing has been read yet.");

    public AsyncServerStreamingCall<TResponse> Start()
    {
        _linked = callOptions.CancellationToken.UnsafeRegister(static ended => ((CancellationTokenSource)ended!).Cancel(), _ended);
        return new AsyncServerStreamingCall<TResponse>(
            this, _ => Opened.ResponseHeadersAsync, _ => Opened.GetStatus(), _ => Opened.GetTrailers(), _ => End(), this);
    }

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        try
        {
            if (_opened is null)
            {
                _token = await tokens.GetAsync(_ended.Token).ConfigureAwait(false);
                _opened = open(_token.AddTo(callOptions).WithCancellationToken(_ended.Token));
            }

            return await _opened.ResponseStream.MoveNext(cancellationToken).ConfigureAwait(false);
        }
        catch (RpcException) when (_ended.IsCancellationRequested || cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(_ended.IsCancellationRequested ? _ended.Token : cancellationToken);
        }
        catch (RpcException failure)
        {
            if (failure.StatusCode == StatusCode.Unauthenticated && _token is not null)
                tokens.Forget(_token);
            throw WorkOrdersException.From(failure);
        }
    }

    private void End()
    {
        _linked.Dispose();
        _ended.Cancel();
        _opened?.Dispose();
    }
}
