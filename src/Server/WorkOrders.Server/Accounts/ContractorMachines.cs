using Microsoft.EntityFrameworkCore;
using WorkOrders.Server.Wire;
using WorkOrders.V1;

namespace WorkOrders.Server.Accounts;

/// <summary>Contractors' machine clients as dispatchers add them, give them another secret, and remove them.</summary>
internal sealed partial class ContractorMachines(
    MachineClients machines, AccountChanges changes, ContractorList list, Standing standing, ILogger<ContractorMachines> log)
{
    public async Task<CreateMachineClientResponse> CreateAsync(CreateMachineClientRequest request, string by, CancellationToken stop)
    {
        var form = new AccountForm(request);
        var (contractorId, name) = (form.Contractor(request.ContractorId), form.Text("name", request.Name));
        var changed = await changes.OnceAsync(by, form.Close(), async file =>
        {
            var contractor = await file.Contractors.SingleOrDefaultAsync(c => c.Id == contractorId, stop) ?? throw Errors.ContractorNotFound(contractorId);
            var (id, secret) = ($"{contractorId.Replace('/', '-')}-{Secrets.Suffix()}", Secrets.Client());
            await machines.AddAsync(new(id, id, name, RoleNames.Contractor, contractorId, contractor.Name), secret, stop);
            return new(id, secret);
        }, stop);
        LogChanged(changed.About, "created", by);
        return new() { Client = await list.ClientAsync(changed.About, stop), Secret = changed.Secret };
    }

    public async Task<RotateMachineClientSecretResponse> RotateAsync(RotateMachineClientSecretRequest request, string by, CancellationToken stop)
    {
        var form = new AccountForm(request);
        var id = form.Identity("client_id", request.ClientId);
        var changed = await changes.OnceAsync(by, form.Close(), async _ =>
        {
            await RequireAsync(id, stop);
            var secret = Secrets.Client();
            await machines.RotateAsync(id, secret, request.EndOldNow, stop);
            return new(id, secret);
        }, stop);
        standing.Forget(id);
        LogChanged(id, request.EndOldNow ? "given another secret at once" : "given another secret", by);
        return new() { Client = await list.ClientAsync(id, stop), Secret = changed.Secret };
    }

    public async Task RevokeAsync(RevokeMachineClientRequest request, string by, CancellationToken stop)
    {
        var form = new AccountForm(request);
        var id = form.Identity("client_id", request.ClientId);
        await changes.OnceAsync(by, form.Close(), async _ =>
        {
            await RequireAsync(id, stop);
            await machines.RemoveAsync(id, stop);
            return new(id);
        }, stop);
        standing.Forget(id);
        LogChanged(id, "revoked", by);
    }

    /// <summary>The landlord's own programs are nobody's here.</summary>
    private async Task RequireAsync(string clientId, CancellationToken stop)
    {
        if (await machines.FindAsync(clientId, stop) is not { ContractorId: not null }) throw Errors.AccountNotFound(clientId);
    }

    [LoggerMessage(LogLevel.Information, "Machine client {ClientId} was {Change} by account {By}")]
    private partial void LogChanged(string clientId, string change, string by);
}
