using System.Globalization;
using System.Security.Claims;
using Grpc.Core;
using Grpc.Core.Interceptors;
using WorkOrders.Server.Accounts;
using WorkOrders.Server.Wire;

namespace WorkOrders.Server.Hosting;

/// <summary>
/// So many calls a minute for each account. In an interceptor, as the answer of an HTTP limiter (503) makes gRPC
/// clients retry at once. Opening a stream is a call; how many may
/// be open is the feed's matter.
/// </summary>
internal sealed class RateLimit(Limits limits, TimeProvider clock) : Interceptor
{
    private readonly Buckets _personCommands = new(limits.PersonCommandBurst, limits.PersonCommandsPerMinute, clock);
    private readonly Buckets _personReads = new(limits.PersonReadBurst, limits.PersonReadsPerMinute, clock);
    private readonly Buckets _machines = new(limits.MachineBurst, limits.MachineCallsPerMinute, clock);

    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        RefuseIfTooMany(context);
        return continuation(request, context);
    }

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responses, ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        RefuseIfTooMany(context);
        return continuation(request, responses, context);
    }

    /// <summary>For a door that isn't gRPC's: whether the caller may read once more, or how long it takes until it may.</summary>
    public bool TryRead(ClaimsPrincipal user, out TimeSpan wait)
    {
        wait = TimeSpan.Zero;
        return Caller.AccountIdOf(user) is not { } account || (Caller.IsMachine(user) ? _machines : _personReads).TryTake(account, out wait);
    }

    private void RefuseIfTooMany(ServerCallContext context)
    {
        var user = context.GetHttpContext().User;
        if (Caller.AccountIdOf(user) is not { } account || BucketsFor(user, context.Method).TryTake(account, out var wait))
            return;
        // without it a client's automatic retry would come back at once
        context.ResponseTrailers.Add(
            "grpc-retry-pushback-ms", ((long)Math.Ceiling(wait.TotalMilliseconds)).ToString(CultureInfo.InvariantCulture));
        throw Errors.RateLimited(wait);
    }

    private Buckets BucketsFor(ClaimsPrincipal user, string method) =>
        Caller.IsMachine(user) ? _machines : IsRead(method) ? _personReads : _personCommands;

    /// <summary>The contract names its queries so.</summary>
    private static bool IsRead(string method) =>
        ReadVerbs.Any(verb => method.AsSpan(method.LastIndexOf('/') + 1).StartsWith(verb, StringComparison.Ordinal));

    private static readonly string[] ReadVerbs = ["Get", "List", "LookUp", "Watch", "Check"];
}
