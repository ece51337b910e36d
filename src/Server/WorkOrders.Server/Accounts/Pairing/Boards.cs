using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace WorkOrders.Server.Accounts.Pairing;

/// <summary>The paired screens: how they come, are seen, and go.</summary>
internal sealed partial class Boards(IServiceScopeFactory scopes, Standing standing, TimeProvider clock, ILogger<Boards> log)
{
    private static readonly TimeSpan BetweenNotes = TimeSpan.FromMinutes(5);

    /// <summary>When who was noted last: boards, and the walls of people who have signed in.</summary>
    private readonly ConcurrentDictionary<string, DateTimeOffset> _noted = new();

    /// <summary>Creates the account of an approved screen, with its row: both or neither.</summary>
    public async Task<Person> AddAsync(WaitingScreen screen, Approval approval)
    {
        await using var scope = scopes.CreateAsyncScope();
        var id = Guid.NewGuid().ToString("N");
        var now = clock.GetUtcNow();
        scope.ServiceProvider.GetRequiredService<AccountsContext>().Boards.Add(new()
        {
            Id = id, Name = approval.Name, PairedAt = now, PairedBy = approval.By, PairedFrom = screen.Address, LastSeenAt = now,
        });
        var person = new Person { Id = id, UserName = $"board-{id}", DisplayName = approval.Name, Role = RoleNames.WallBoard };
        if (await scope.ServiceProvider.GetRequiredService<UserManager<Person>>().CreateAsync(person) is { Succeeded: false } failed)
            throw new InvalidOperationException(string.Join(", ", failed.Errors.Select(e => e.Code)));
        LogPaired(id);
        return person;
    }

    public async Task<IReadOnlyList<PairedBoard>> ListAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var boards = await scope.ServiceProvider.GetRequiredService<AccountsContext>().Boards.AsNoTracking().ToListAsync(stop);
        foreach (var board in boards)
        {
            if (_noted.TryGetValue(board.Id, out var seen) && seen > board.LastSeenAt)
                board.LastSeenAt = seen;
        }
        return boards;
    }

    /// <summary>Ends a board for ever: its account goes, and with it whatever it has open. False if there is none.</summary>
    public async Task<bool> RevokeAsync(string id, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<AccountsContext>();
        // the row goes with the account
        var gone = await context.Users.Where(p => p.Id == id && context.Boards.Any(b => b.Id == p.Id)).ExecuteDeleteAsync(stop);
        if (gone == 0)
            return false;
        _noted.TryRemove(id, out _);
        standing.Forget(id);
        LogRevoked(id);
        return true;
    }

    /// <summary>The board is there. Written down every few minutes at most, and never at the cost of what it came for.</summary>
    public Task SeenAsync(string id) =>
        _noted.TryGetValue(id, out var at) && clock.GetUtcNow() - at < BetweenNotes ? Task.CompletedTask : NoteAsync(id);

    /// <summary>It was there until now: what it followed has ended.</summary>
    public async Task NoteAsync(string id)
    {
        var now = clock.GetUtcNow();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var boards = scope.ServiceProvider.GetRequiredService<AccountsContext>().Boards;
            await boards.Where(b => b.Id == id).ExecuteUpdateAsync(b => b.SetProperty(x => x.LastSeenAt, now));
            _noted[id] = now;
        }
        catch (DbException e)
        {
            LogNotNoted(id, e.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Information, "Wall board {BoardId} was paired")]
    private partial void LogPaired(string boardId);

    [LoggerMessage(LogLevel.Information, "Wall board {BoardId} was revoked")]
    private partial void LogRevoked(string boardId);

    [LoggerMessage(LogLevel.Warning, "That wall board {BoardId} was seen could not be written down ({Reason})")]
    private partial void LogNotNoted(string boardId, string reason);
}
