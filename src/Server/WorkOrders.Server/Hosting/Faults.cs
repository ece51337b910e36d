using Grpc.Core;
using Grpc.Core.Interceptors;
using WorkOrders.Server.Wire;

namespace WorkOrders.Server.Hosting;

/// <summary>A bug becomes INTERNAL with a correlation id: the log has the whole story under it, the caller nothing but the id.</summary>
internal sealed partial class Faults(ILogger<Faults> log) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(request, context);
        }
        catch (Exception e) when (IsFault(e, context))
        {
            throw Told(e, context);
        }
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responses, ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(request, responses, context);
        }
        catch (Exception e) when (IsFault(e, context))
        {
            throw Told(e, context);
        }
    }

    /// <summary>A refusal is none, nor is what breaks because the caller has gone.</summary>
    private static bool IsFault(Exception e, ServerCallContext context) =>
        e is not RpcException && !context.CancellationToken.IsCancellationRequested;

    private RpcException Told(Exception e, ServerCallContext context)
    {
        var correlationId = context.GetHttpContext().TraceIdentifier;
        LogFault(e, context.Method, correlationId);
        return Errors.Internal(correlationId);
    }

    [LoggerMessage(LogLevel.Error, "{Method} failed ({CorrelationId})")]
    private partial void LogFault(Exception e, string method, string correlationId);
}
