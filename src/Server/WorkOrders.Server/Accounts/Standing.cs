using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace WorkOrders.Server.Accounts;

/// <summary>
/// Whether whoever signed in, with a session or a token, may still go on: the account is there, neither it nor its
/// contractor is disabled, and nothing has ended what it signed in with. Asked of the database once for each account
/// every few seconds, however many calls it makes.
/// </summary>
internal sealed class Standing(
    IServiceScopeFactory scopes, Contractors contractors, IOptions<IdentityOptions> identity, FirstPasswords firstPasswords,
    AccountsOptions options, TimeProvider clock)
{
    private readonly TimeSpan _keepFor = TimeSpan.FromSeconds(options.SessionCheckSeconds);
    private readonly ConcurrentDictionary<string, Known> _people = new();
    private readonly ConcurrentDictionary<string, Known> _machines = new();
    private int _changes;

    /// <summary>Somebody's account has changed: what was begun with it may have to end.</summary>
    public event Action? Changed;

    public Task<bool> StandsAsync(ClaimsPrincipal caller) => Caller.IsMachine(caller) ? TokenStandsAsync(caller) : SessionStandsAsync(caller);

    /// <summary>The person of a session that stands; null if it doesn't.</summary>
    public async Task<Person?> FindPersonAsync(ClaimsPrincipal session)
    {
        var known = session.FindFirstValue(Caller.AccountId) is { } id ? await PersonAsync(id) : null;
        var stamp = session.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType);
        return known is { IsOpen: true, Person: { } person } && person.SecurityStamp == stamp && !firstPasswords.HasLapsed(person) ? person : null;
    }

    /// <summary>The client, if it may be given a token now.</summary>
    public async Task<MachineClient?> FindClientAsync(string clientId) => await MachineAsync(clientId) is { IsOpen: true } known ? known.Client : null;

    /// <summary>To be called when an account has changed, so that it is noticed at once.</summary>
    public void Forget(string accountId)
    {
        Interlocked.Increment(ref _changes);
        _people.TryRemove(accountId, out _);
        _machines.TryRemove(accountId, out _);
        // a person's own programs stand and fall with the person
        foreach (var (id, known) in _machines)
        {
            if (known.Client?.AccountId == accountId) _machines.TryRemove(id, out _);
        }
        Changed?.Invoke();
    }

    /// <summary>As <see cref="Forget"/>, when it may concern many.</summary>
    public void ForgetAll()
    {
        Interlocked.Increment(ref _changes);
        _people.Clear();
        _machines.Clear();
        Changed?.Invoke();
    }

    private async Task<bool> SessionStandsAsync(ClaimsPrincipal session) => await FindPersonAsync(session) is not null;

    private async Task<bool> TokenStandsAsync(ClaimsPrincipal token) =>
        token.FindFirstValue(Caller.UserName) is { } id && await FindClientAsync(id) is { } client && client.Stamp == token.FindFirstValue(Caller.Stamp);

    private async Task<Known> PersonAsync(string accountId)
    {
        if (IsFresh(_people, accountId, out var known)) return known;

        var (at, changes) = (clock.GetTimestamp(), Volatile.Read(ref _changes));
        await using var scope = scopes.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<AccountsContext>().Users;
        var person = await people.AsNoTracking().SingleOrDefaultAsync(p => p.Id == accountId);
        var isOpen = person is { Disabled: false } && !await contractors.IsDisabledAsync(person.ContractorId, CancellationToken.None);
        return Keep(_people, accountId, new(person, null, isOpen, at), changes);
    }

    private async Task<Known> MachineAsync(string clientId)
    {
        if (IsFresh(_machines, clientId, out var known)) return known;

        var (at, changes) = (clock.GetTimestamp(), Volatile.Read(ref _changes));
        await using var scope = scopes.CreateAsyncScope();
        var client = await scope.ServiceProvider.GetRequiredService<MachineClients>().FindAsync(clientId, CancellationToken.None);
        var isOpen = client is not null && !await contractors.IsDisabledAsync(client.ContractorId, CancellationToken.None)
            && (client.AccountId == client.ClientId || (await PersonAsync(client.AccountId)).IsOpen);
        return Keep(_machines, clientId, new(null, client, isOpen, at), changes);
    }

    /// <summary>What was read while something changed may be old already, and is good for the one who asked alone.</summary>
    private Known Keep(ConcurrentDictionary<string, Known> all, string id, Known known, int changes)
    {
        all[id] = known;
        if (Volatile.Read(ref _changes) != changes) all.TryRemove(new(id, known));
        return known;
    }

    private bool IsFresh(ConcurrentDictionary<string, Known> all, string id, out Known known) =>
        all.TryGetValue(id, out known!) && clock.GetElapsedTime(known.At) < _keepFor;

    private sealed record Known(Person? Person, MachineClient? Client, bool IsOpen, long At);
}
