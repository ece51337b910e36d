using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using WorkOrders.Server.Store;
using WorkOrders.Server.Wire;
using WorkOrders.V1;

namespace WorkOrders.Server.Accounts;

/// <summary>Contractors as dispatchers add them, keep them out, and let them in again.</summary>
internal sealed partial class ContractorAccounts(
    AccountsContext accounts, AccountChanges changes, ContractorPeople people, MachineClients machines, ContractorList list, Standing standing,
    ILogger<ContractorAccounts> log)
{
    public async Task<CreateContractorResponse> CreateAsync(CreateContractorRequest request, string by, CancellationToken stop)
    {
        var form = new AccountForm(request);
        var (id, name) = (form.Contractor(request.ContractorId), form.Text("name", request.Name));
        var (person, email) = (form.Text("person_name", request.PersonName), form.Email("email", request.Email));
        var key = form.Close();

        var changed = await changes.OnceAsync(by, key, async file =>
        {
            if (await file.Contractors.AnyAsync(c => c.Id == id, stop)) throw Errors.ContractorExists(id);

            file.Add(new ContractorRow { Id = id, Name = name });
            var (_, password) = await people.AddAsync(new(id, name), id, person, email);
            return new(id, password);
        }, stop);
        LogCreated(id, by);
        return new() { Contractor = await list.OneAsync(changed.About, stop), FirstPassword = changed.Secret };
    }

    public Task<ContractorAccount> DisableAsync(DisableContractorRequest request, string by, CancellationToken stop) =>
        SetAsync(new(request), request.ContractorId, disabled: true, by, stop);

    public Task<ContractorAccount> EnableAsync(EnableContractorRequest request, string by, CancellationToken stop) =>
        SetAsync(new(request), request.ContractorId, disabled: false, by, stop);

    private async Task<ContractorAccount> SetAsync(AccountForm form, string given, bool disabled, string by, CancellationToken stop)
    {
        var id = form.Contractor(given);
        var key = form.Close();
        await changes.OnceAsync(by, key, async file =>
        {
            var row = await file.Contractors.AsTracking().SingleOrDefaultAsync(c => c.Id == id, stop) ?? throw Errors.ContractorNotFound(id);
            row.Disabled = disabled;
            // what was begun before must not come back to life on the day when it is let in again
            foreach (var person in await accounts.Users.Where(p => p.ContractorId == id).ToListAsync(stop))
                person.SecurityStamp = Guid.NewGuid().ToString();
            await accounts.SaveChangesAsync(stop);
            await machines.EndTokensAsync(id, stop);
            return new(id);
        }, stop);
        standing.ForgetAll();
        LogSet(id, disabled ? "disabled" : "enabled", by);
        return await list.OneAsync(id, stop);
    }

    [LoggerMessage(LogLevel.Information, "Contractor {ContractorId} was created by account {By}")]
    private partial void LogCreated(string contractorId, string by);

    [LoggerMessage(LogLevel.Information, "Contractor {ContractorId} was {Change} by account {By}")]
    private partial void LogSet(string contractorId, string change, string by);
}
