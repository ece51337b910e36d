using Grpc.Core;
using Grpc.Core.Interceptors;
using WorkOrders.Server.Wire;

namespace WorkOrders.Server.Hosting;

/// <summary>Refuses new calls from the moment the server was asked to stop; those under way go on to their end.</summary>
internal sealed class Drain(IHostApplicationLifetime lifetime) : Interceptor
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(2);

    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        RefuseIfStopping(context);
        return continuation(request, context);
    }

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responses, ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        RefuseIfStopping(context);
        return continuation(request, responses, context);
    }

    private void RefuseIfStopping(ServerCallContext context)
    {
        // whoever asks how the server is must be told just now
        if (lifetime.ApplicationStopping.IsCancellationRequested && !context.Method.StartsWith("/grpc.health.", StringComparison.Ordinal))
            throw Errors.ServerDraining(Wait);
    }
}
