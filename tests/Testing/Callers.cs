using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Net.Client;
using WorkOrders.V1;

namespace WorkOrders.Testing;

/// <summary>Who calls a server over gRPC: one connection for each, with its token.</summary>
public sealed class Callers(Uri grpc, TimeProvider clock) : IDisposable
{
    private readonly ConcurrentDictionary<string, GrpcChannel> _channels = new();

    /// <summary>Machine clients' tokens.</summary>
    public Tokens Tokens { get; } = new(grpc, clock);

    /// <summary>A machine client of the demonstration. Pass it to a generated client: <c>new(server.As("testfirma"))</c>.</summary>
    public CallInvoker As(string clientId) => _channels.GetOrAdd(clientId, id => Open(() => Tokens.OfAsync(id))).CreateCallInvoker();

    /// <summary>Somebody who sends just this as a token.</summary>
    public CallInvoker WithToken(string token) => _channels.GetOrAdd(token, _ => Open(() => Task.FromResult(token))).CreateCallInvoker();

    /// <summary>Somebody who has not signed in.</summary>
    public CallInvoker Anonymous =>
        _channels.GetOrAdd("", _ => GrpcChannel.ForAddress(grpc, Options(ChannelCredentials.Insecure))).CreateCallInvoker();

    /// <summary>Lets everybody who had a line to the server that was have one to the server that is: what is lost on the old one is nothing that a test asks about.</summary>
    internal async Task ComeBackAsync()
    {
        foreach (var channel in _channels.Values)
        {
            for (var tries = 1; tries <= 5 && !await AnswersAsync(channel); tries++) { }
        }
    }

    private static async Task<bool> AnswersAsync(GrpcChannel channel)
    {
        try
        {
            await new AccountService.AccountServiceClient(channel).GetMyAccountAsync(new());
            return true;
        }
        catch (RpcException e)
        {
            return e.StatusCode is not (StatusCode.Unavailable or StatusCode.Internal);
        }
    }

    public void Dispose()
    {
        foreach (var channel in _channels.Values)
            channel.Dispose();
        Tokens.Dispose();
    }

    private GrpcChannel Open(Func<Task<string>> token) => GrpcChannel.ForAddress(grpc, Options(ChannelCredentials.Create(
        ChannelCredentials.Insecure,
        CallCredentials.FromInterceptor(async (_, metadata) => metadata.Add("authorization", $"Bearer {await token()}")))));

    private static GrpcChannelOptions Options(ChannelCredentials credentials) => new()
    {
        Credentials = credentials,
        // loopback
        UnsafeUseInsecureChannelCallCredentials = true,
        // more than 100 streams on one connection would wait for each other
        HttpHandler = new SocketsHttpHandler { EnableMultipleHttp2Connections = true },
        DisposeHttpClient = true,
    };
}
