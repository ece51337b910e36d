using Grpc.AspNetCore.Server;
using Grpc.Core;

namespace WorkOrders.Server.Hosting;

/// <summary>Gives a unary call that brings no deadline one, as if the client had sent it: nothing waits for ever.</summary>
internal sealed class DefaultDeadline(RequestDelegate next, Limits limits)
{
    private readonly string _timeout = $"{limits.UnaryDeadlineSeconds}S";

    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>() is { Method.Type: MethodType.Unary })
            context.Request.Headers.TryAdd("grpc-timeout", _timeout);
        return next(context);
    }
}
