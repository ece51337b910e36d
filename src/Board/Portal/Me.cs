using WorkOrders.V1;

namespace WorkOrders.Board.Portal;

/// <summary>Who is signed in: asked once, and told by whoever changes it.</summary>
public sealed class Me(AccountService.AccountServiceClient accounts)
{
    private Task<GetMyAccountResponse>? _asked;

    public event Action? Changed;

    /// <summary>Null until <see cref="LoadAsync"/> has had its answer.</summary>
    public Account? Account { get; private set; }

    public int MinimumPasswordLength { get; private set; }
    public int MaximumPasswordLength { get; private set; }

    public bool IsContractor => Account?.Role is Role.Contractor;
    public bool IsDispatcher => Account?.Role is Role.Dispatcher;
    public bool IsLandlord => Account?.Role is Role.Orderer or Role.Dispatcher;

    /// <exception cref="Grpc.Core.RpcException">The server could not be asked; the next call asks again.</exception>
    public async Task<Account> LoadAsync()
    {
        if (_asked is null or { IsFaulted: true } or { IsCanceled: true })
            _asked = accounts.GetMyAccountAsync(new()).ResponseAsync;
        var answer = await _asked;
        (MinimumPasswordLength, MaximumPasswordLength) = (answer.MinimumPasswordLength, answer.MaximumPasswordLength);
        if (Account is null)
            Is(answer.Account);
        return Account!;
    }

    public void Is(Account account)
    {
        Account = account;
        Changed?.Invoke();
    }
}
