using System.Collections.Concurrent;
using System.Data.Common;
using System.Security.Claims;
using System.Threading.Channels;

namespace WorkOrders.Server.Accounts;

/// <summary>
/// Whoever has a stream open. A call is checked when it comes, a stream lasts for days: whenever an account has changed
/// all of them are looked at again, and those that do not stand any more are told.
/// </summary>
internal sealed partial class OpenStreams(Standing standing, TimeProvider clock, ILogger<OpenStreams> log) : BackgroundService
{
    /// <summary>Nothing is known that would change an account without saying so. Looked at all the same, now and then.</summary>
    private static readonly TimeSpan InAnyCase = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Seat, ClaimsPrincipal> _seats = new();
    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>A place that is told when its caller may not go on; null if that is so already.</summary>
    public async Task<Seat?> EnterAsync(ClaimsPrincipal caller)
    {
        var seat = new Seat(this);
        _seats[seat] = caller;
        // asked after it has its place: what changes in between is told to it
        if (await standing.StandsAsync(caller)) return seat;

        seat.Dispose();
        return null;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        standing.Changed += Wake;
        await using var tick = clock.CreateTimer(_ => Wake(), null, InAnyCase, InAnyCase);
        await foreach (var _ in _changes.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                foreach (var (seat, caller) in _seats)
                {
                    if (!await standing.StandsAsync(caller)) seat.End();
                }
            }
            catch (DbException e)
            {
                LogPutOff(e);
            }
        }
    }

    private void Wake() => _changes.Writer.TryWrite(true);

    [LoggerMessage(LogLevel.Warning, "Whether open streams still stand could not be asked; they are looked at again within a minute")]
    private partial void LogPutOff(DbException e);

    internal sealed class Seat(OpenStreams streams) : IDisposable
    {
        private readonly CancellationTokenSource _over = new();

        /// <summary>Cancelled when the caller may not go on.</summary>
        public CancellationToken Over => _over.Token;

        public void End()
        {
            if (streams._seats.TryRemove(this, out _)) _over.Cancel();
        }

        public void Dispose() => streams._seats.TryRemove(this, out _);
    }
}
