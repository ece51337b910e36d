using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace WorkOrders.Client;

/// <summary>Keeps one token, and fetches the next one before it expires: once, however many calls are waiting for it.</summary>
internal sealed class TokenSource : IDisposable
{
    private readonly Lock _lock = new();
    private readonly TokenEndpoint _endpoint;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private Token? _token;
    private Task<Token>? _fetching;

    public TokenSource(WorkOrdersClientOptions options, HttpMessageHandler handler)
    {
        _endpoint = new TokenEndpoint(options, handler);
        _time = options.TimeProvider;
        _log = options.LoggerFactory.CreateLogger("WorkOrders.Client.Tokens");
    }

    /// <exception cref="RpcException">UNAUTHENTICATED: the credentials were refused. UNAVAILABLE: no answer; try again.</exception>
    public Task<Token> GetAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_token is { } token && token.IsFresh(_time))
                return Task.FromResult(token);
            // The fetch is nobody's own: a caller who gives up must not take it away from the others.
            _fetching ??= FetchAsync();
            return _fetching.WaitAsync(cancellationToken);
        }
    }

    /// <summary>The server refused it. A newer one stays.</summary>
    public void Forget(Token refused)
    {
        lock (_lock)
        {
            if (ReferenceEquals(_token, refused))
                _token = null;
        }
    }

    public void Dispose() => _endpoint.Dispose();

    private async Task<Token> FetchAsync()
    {
        // Leaves the lock before anything can finish, so that _fetching is set before it is cleared.
        await Task.Yield();
        try
        {
            var token = await _endpoint.FetchAsync().ConfigureAwait(false);
            ClientLog.TokenFetched(_log, token.FreshFor);
            lock (_lock)
            {
                _token = token;
                return token;
            }
        }
        finally
        {
            lock (_lock)
                _fetching = null;
        }
    }
}
