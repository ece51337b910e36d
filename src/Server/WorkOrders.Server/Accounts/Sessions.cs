using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace WorkOrders.Server.Accounts;

/// <summary>
/// Whether a session's account still is what it was when the session began: there, not disabled, with the same
/// password, which is no first one that has lapsed. Asked of the database once for each account every few seconds,
/// however many sessions and calls it has.
/// </summary>
internal sealed class Sessions(
    IServiceScopeFactory scopes, IOptions<IdentityOptions> identity, FirstPasswords firstPasswords, AccountsOptions options,
    TimeProvider clock)
{
    private readonly TimeSpan _keepFor = TimeSpan.FromSeconds(options.SessionCheckSeconds);
    private readonly ConcurrentDictionary<string, Known> _known = new();

    /// <summary>Ends a session that does not stand any more, and lets one go on under the person's new name.</summary>
    public async Task CheckAsync(CookieValidatePrincipalContext context)
    {
        var session = context.Principal!;
        var person = session.FindFirstValue(Caller.AccountId) is { } id ? await FindAsync(id) : null;
        var stamp = session.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType);
        if (person is null or { Disabled: true } || person.SecurityStamp != stamp || firstPasswords.HasLapsed(person))
        {
            context.RejectPrincipal();
        }
        else if (person.DisplayName != session.FindFirstValue(Caller.Name))
        {
            var claims = context.HttpContext.RequestServices.GetRequiredService<IUserClaimsPrincipalFactory<Person>>();
            context.ReplacePrincipal(await claims.CreateAsync(person));
            context.ShouldRenew = true;
        }
    }

    /// <summary>To be called when the account has changed, so that it is noticed at once.</summary>
    public void Forget(string accountId) => _known.TryRemove(accountId, out _);

    private async Task<Person?> FindAsync(string accountId)
    {
        var now = clock.GetTimestamp();
        if (_known.TryGetValue(accountId, out var known) && clock.GetElapsedTime(known.At, now) < _keepFor)
            return known.Person;
        await using var scope = scopes.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<AccountsContext>().Users;
        var person = await people.AsNoTracking().SingleOrDefaultAsync(p => p.Id == accountId);
        _known[accountId] = new(person, now);
        return person;
    }

    private sealed record Known(Person? Person, long At);
}
