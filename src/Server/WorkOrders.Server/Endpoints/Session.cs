using Microsoft.AspNetCore.Authentication;
using WorkOrders.Domain;
using WorkOrders.Server.Accounts;
using WorkOrders.Server.Wire;

namespace WorkOrders.Server.Endpoints;

/// <summary>
/// Who is calling, and until when what they signed in with is good: a stream ends with it, when its time is out or when
/// it is ended (<see cref="Over"/>). To be disposed of with the stream.
/// </summary>
internal sealed record Session(Actor Caller, DateTimeOffset Ends, OpenStreams.Seat Seat) : IDisposable
{
    public CancellationToken Over => Seat.Over;

    /// <exception cref="Grpc.Core.RpcException">It has ended meanwhile: a hub's connection outlives what it was opened with.</exception>
    public static async Task<Session> BeginAsync(HttpContext context)
    {
        var seat = await context.RequestServices.GetRequiredService<OpenStreams>().EnterAsync(context.User) ?? throw Errors.TokenExpired();
        return new(
            Accounts.Caller.Of(context.User),
            context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties?.ExpiresUtc ?? DateTimeOffset.MaxValue,
            seat);
    }

    public void Dispose() => Seat.Dispose();
}
