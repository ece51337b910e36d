using Google.Protobuf;
using WorkOrders.Board.Live;
using WorkOrders.V1;

namespace WorkOrders.Board.Dispatch.Contractors;

/// <summary>
/// What the contractors' page asks of the server, each wish with one request id until it has an answer. In memory only:
/// nothing of a password lies in a browser.
/// </summary>
public sealed class ContractorsServer(DispatchService.DispatchServiceClient desk)
{
    private readonly OneWish<CreateContractorRequest> _contractor = new();
    private readonly OneWish<CreatePersonRequest> _person = new();
    private readonly OneWish<CreateMachineClientRequest> _machine = new();
    private readonly OneWish<DisableContractorRequest> _disable = new();
    private readonly OneWish<EnableContractorRequest> _enable = new();
    private readonly OneWish<DisablePersonRequest> _disablePerson = new();
    private readonly OneWish<EnablePersonRequest> _enablePerson = new();
    private readonly OneWish<ResetFirstPasswordRequest> _reset = new();
    private readonly OneWish<RotateMachineClientSecretRequest> _rotate = new();
    private readonly OneWish<RevokeMachineClientRequest> _revoke = new();

    public async Task<IReadOnlyList<ContractorAccount>> ListAsync(CancellationToken stop) =>
        (await desk.ListContractorAccountsAsync(new(), cancellationToken: stop)).Contractors;

    public Task<ShownSecret?> CreateAsync(CreateContractorRequest wish) => OnceAsync(_contractor, wish, async w =>
        new ShownSecret(true, w.ContractorId, (await desk.CreateContractorAsync(w)).FirstPassword));

    public Task<ShownSecret?> CreateAsync(CreatePersonRequest wish) => OnceAsync(_person, wish, async w =>
        await desk.CreatePersonAsync(w) is var answer ? new ShownSecret(true, answer.Person.UserName, answer.FirstPassword) : null);

    public Task<ShownSecret?> CreateAsync(CreateMachineClientRequest wish) => OnceAsync(_machine, wish, async w =>
        await desk.CreateMachineClientAsync(w) is var answer ? new ShownSecret(false, answer.Client.ClientId, answer.Secret) : null);

    /// <param name="now">For another secret: whether the old one must end at once.</param>
    public Task<ShownSecret?> DoAsync(Doing.Confirm wish, bool now) => wish.Deed switch
    {
        Deed.Disable => OnceAsync(_disable, new() { ContractorId = wish.Id }, async w => await NothingAsync(desk.DisableContractorAsync(w).ResponseAsync)),
        Deed.Enable => OnceAsync(_enable, new() { ContractorId = wish.Id }, async w => await NothingAsync(desk.EnableContractorAsync(w).ResponseAsync)),
        Deed.DisablePerson => OnceAsync(_disablePerson, new() { AccountId = wish.Id }, async w => await NothingAsync(desk.DisablePersonAsync(w).ResponseAsync)),
        Deed.EnablePerson => OnceAsync(_enablePerson, new() { AccountId = wish.Id }, async w => await NothingAsync(desk.EnablePersonAsync(w).ResponseAsync)),
        Deed.Reset => OnceAsync(_reset, new() { AccountId = wish.Id }, async w =>
            await desk.ResetFirstPasswordAsync(w) is var answer ? new ShownSecret(true, answer.Person.UserName, answer.FirstPassword) : null),
        Deed.Rotate => OnceAsync(_rotate, new() { ClientId = wish.Id, EndOldNow = now }, async w =>
            new ShownSecret(false, w.ClientId, (await desk.RotateMachineClientSecretAsync(w)).Secret)),
        _ => OnceAsync(_revoke, new() { ClientId = wish.Id }, async w => await NothingAsync(desk.RevokeMachineClientAsync(w).ResponseAsync)),
    };

    private static async Task<ShownSecret?> OnceAsync<T>(OneWish<T> once, T wish, Func<T, Task<ShownSecret?>> send)
        where T : class, IMessage<T>, IDeepCloneable<T>, new()
    {
        try
        {
            var answer = await send(once.Of(wish));
            once.Answered();
            return answer;
        }
        catch (Grpc.Core.RpcException e)
        {
            // what did not come through is sent again under the same id
            if (!new Refusal(e).IsPassing)
                once.Answered();
            throw;
        }
    }

    private static async Task<ShownSecret?> NothingAsync<T>(Task<T> call)
    {
        await call;
        return null;
    }
}
