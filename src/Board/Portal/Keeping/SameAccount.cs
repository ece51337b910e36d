using WorkOrders.V1;

namespace WorkOrders.Board.Portal.Keeping;

/// <summary>
/// Whether the browser's session is still that of the account for which something is sent: in another tab somebody else may
/// have signed in, and it would be done in their name.
/// </summary>
public sealed class SameAccount(Direct direct, TimeProvider time)
{
    /// <summary>For how long an answer is believed.</summary>
    private static readonly TimeSpan Certain = TimeSpan.FromSeconds(30);

    /// <summary>How long the question may take.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly AccountService.AccountServiceClient _accounts = new(direct.Calls);
    private string? _account;
    private long _since;

    /// <exception cref="Grpc.Core.RpcException">The server could not be asked, or nobody is signed in.</exception>
    public async Task<bool> IsStillAsync(string account)
    {
        if (_account is null || time.GetElapsedTime(_since) >= Certain)
        {
            var answer = await _accounts.GetMyAccountAsync(new(), deadline: time.GetUtcNow().UtcDateTime + Patience);
            (_account, _since) = (answer.Account.AccountId, time.GetTimestamp());
        }
        return _account == account;
    }

    /// <summary>Nobody is signed in just now: the next question is asked anew.</summary>
    public void Doubt() => _account = null;
}
