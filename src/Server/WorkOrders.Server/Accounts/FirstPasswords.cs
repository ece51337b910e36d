namespace WorkOrders.Server.Accounts;

/// <summary>How long a first password is good, to sign in with and for the sessions that it has begun.</summary>
internal sealed class FirstPasswords(AccountsOptions options, TimeProvider clock)
{
    private readonly TimeSpan _goodFor = TimeSpan.FromDays(options.FirstPasswordDays);

    public bool HasLapsed(Person person) => person.FirstPasswordSetAt is { } set && clock.GetUtcNow() - set >= _goodFor;
}
