using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace WorkOrders.Server.Accounts;

/// <summary>
/// What comes of an attempt to sign in. Not why it failed, unless the password was right: that would tell which user names
/// exist.
/// </summary>
internal abstract record SignInOutcome
{
    public sealed record SignedIn : SignInOutcome;
    public sealed record Refused : SignInOutcome;

    /// <summary>Told only to whoever knows the password.</summary>
    public sealed record FirstPasswordLapsed : SignInOutcome;

    public sealed record Throttled(TimeSpan Wait) : SignInOutcome;
}

/// <summary>Signs people in with user name and password.</summary>
internal sealed partial class SignIn(
    UserManager<Person> people, IUserClaimsPrincipalFactory<Person> claims, FailedSignIns failures, NobodysPassword nobody,
    FirstPasswords firstPasswords, Contractors contractors, AccountsOptions options, TimeProvider clock, ILogger<SignIn> log)
{
    /// <summary>Longer than any password: not worth the work of comparing.</summary>
    private const int Absurd = 512;

    public async Task<SignInOutcome> TryAsync(HttpContext context, string userName, string password)
    {
        if (!failures.TryBegin(context, out var wait))
        {
            LogThrottled();
            return new SignInOutcome.Throttled(wait);
        }
        if (password.Length > Absurd || await FindAsync(userName.Trim(), password) is not { } person)
        {
            LogRefused();
            return new SignInOutcome.Refused();
        }
        if (firstPasswords.HasLapsed(person))
        {
            LogLapsed(person.Id);
            return new SignInOutcome.FirstPasswordLapsed();
        }
        failures.Succeeded(context);
        await context.SignInAsync(IdentityConstants.ApplicationScheme, await claims.CreateAsync(person), SessionOf(person, options, clock));
        LogSignedIn(person.Id);
        return new SignInOutcome.SignedIn();
    }

    private async Task<Person?> FindAsync(string userName, string password)
    {
        var person = await people.FindByNameAsync(userName);
        var match = people.PasswordHasher.VerifyHashedPassword(person ?? nobody.Person, person?.PasswordHash ?? nobody.Hash, password);
        if (match is PasswordVerificationResult.Failed || person is null or { Disabled: true })
            return null;
        return await contractors.IsDisabledAsync(person.ContractorId, CancellationToken.None) ? null : person;
    }

    /// <summary>How long a session lives that begins now. It is prolonged while it is used.</summary>
    public static AuthenticationProperties SessionOf(Person person, AccountsOptions options, TimeProvider clock) => person.Role == RoleNames.WallBoard
        ? new() { IsPersistent = true, ExpiresUtc = clock.GetUtcNow().AddDays(options.WallSessionDays) }
        : new();

    [LoggerMessage(LogLevel.Information, "Account {AccountId} signed in")]
    private partial void LogSignedIn(string accountId);

    [LoggerMessage(LogLevel.Warning, "A sign-in was refused")]
    private partial void LogRefused();

    [LoggerMessage(LogLevel.Warning, "A sign-in was refused: the first password of account {AccountId} has lapsed")]
    private partial void LogLapsed(string accountId);

    [LoggerMessage(LogLevel.Warning, "A sign-in was not even tried: too many have failed from its address")]
    private partial void LogThrottled();
}
