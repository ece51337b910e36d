namespace WorkOrders.Server.Accounts;

/// <summary>
/// How often one address may fail to sign in. By address and not by account: whoever guesses at an account keeps
/// nobody out of it but himself.
/// </summary>
internal sealed class FailedSignIns(AccountsOptions options, TimeProvider clock)
{
    private readonly Buckets _byAddress = new(options.FailedSignInBurst, options.FailedSignInsPerMinute, clock);

    /// <summary>To be called before a password is looked at, so that many tries at once count one by one.</summary>
    public bool TryBegin(HttpContext context, out TimeSpan wait) => _byAddress.TryTake(RemoteAddress.Of(context), out wait);

    public void Succeeded(HttpContext context) => _byAddress.GiveBack(RemoteAddress.Of(context));

    /// <summary>Whether the address may still try. For machines, of which hundreds may come from one address at once.</summary>
    public bool MayTry(HttpContext context, out TimeSpan wait) => _byAddress.HasOne(RemoteAddress.Of(context), out wait);

    public void Failed(HttpContext context) => _byAddress.TryTake(RemoteAddress.Of(context), out _);
}
