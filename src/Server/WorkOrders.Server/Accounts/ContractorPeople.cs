using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using WorkOrders.Domain;
using WorkOrders.Server.Wire;
using WorkOrders.V1;

namespace WorkOrders.Server.Accounts;

/// <summary>Contractors' people as dispatchers add them: with a first password, which is handed over.</summary>
internal sealed partial class ContractorPeople(
    UserManager<Person> people, NewAccounts accounts, AccountChanges changes, ContractorList list, Standing standing, AccountsOptions options,
    TimeProvider clock, ILogger<ContractorPeople> log)
{
    public async Task<CreatePersonResponse> CreateAsync(CreatePersonRequest request, string by, CancellationToken stop)
    {
        var form = new AccountForm(request);
        var (id, suffix) = (form.Contractor(request.ContractorId), form.Suffix("user_name_suffix", request.UserNameSuffix));
        var (name, email) = (form.Text("name", request.Name), form.Email("email", request.Email));
        var changed = await changes.OnceAsync(by, form.Close(), async file =>
        {
            var contractor = await file.Contractors.SingleOrDefaultAsync(c => c.Id == id, stop) ?? throw Errors.ContractorNotFound(id);
            var (person, password) = await AddAsync(new(id, contractor.Name), $"{id}-{suffix}", name, email);
            return new(person.Id, password);
        }, stop);
        LogChanged(changed.About, "created", by);
        return new() { Person = await list.PersonAsync(changed.About, stop), FirstPassword = changed.Secret };
    }

    public async Task<ResetFirstPasswordResponse> ResetAsync(ResetFirstPasswordRequest request, string by, CancellationToken stop)
    {
        var form = new AccountForm(request);
        var id = form.Identity("account_id", request.AccountId);
        var changed = await ChangeAsync(form, id, person =>
        {
            var password = Secrets.FirstPassword(options.MaximumPasswordLength);
            person.PasswordHash = people.PasswordHasher.HashPassword(person, password);
            person.FirstPasswordSetAt = clock.GetUtcNow();
            return password;
        }, by, stop);
        LogChanged(id, "given a new first password", by);
        return new() { Person = await list.PersonAsync(id, stop), FirstPassword = changed.Secret };
    }

    public Task<PersonAccount> DisableAsync(DisablePersonRequest request, string by, CancellationToken stop) =>
        SetAsync(new(request), request.AccountId, disabled: true, by, stop);

    public Task<PersonAccount> EnableAsync(EnablePersonRequest request, string by, CancellationToken stop) =>
        SetAsync(new(request), request.AccountId, disabled: false, by, stop);

    /// <summary>Within a change: adds somebody who signs in for a contractor.</summary>
    public async Task<(Person Person, string FirstPassword)> AddAsync(ContractorRef contractor, string userName, string name, string email)
    {
        var person = new Person
        {
            UserName = userName, DisplayName = name, Role = RoleNames.Contractor, ContractorId = contractor.Id, ContractorName = contractor.Name,
            Company = contractor.Name, Email = email,
        };
        var password = Secrets.FirstPassword(options.MaximumPasswordLength);
        var created = await accounts.CreateWithFirstPasswordAsync(person, password);
        if (created.Errors.Any(e => e.Code == people.ErrorDescriber.DuplicateUserName("").Code)) throw Errors.UserNameTaken(userName);
        if (!created.Succeeded) throw new InvalidOperationException(string.Join(", ", created.Errors.Select(e => e.Code)));
        return (person, password);
    }

    private async Task<PersonAccount> SetAsync(AccountForm form, string accountId, bool disabled, string by, CancellationToken stop)
    {
        var id = form.Identity("account_id", accountId);
        await ChangeAsync(form, id, person =>
        {
            person.Disabled = disabled;
            return "";
        }, by, stop);
        LogChanged(id, disabled ? "disabled" : "enabled", by);
        return await list.PersonAsync(id, stop);
    }

    /// <summary>Every change gives the account a new stamp, which ends its sessions.</summary>
    private async Task<Changed> ChangeAsync(AccountForm form, string id, Func<Person, string> change, string by, CancellationToken stop)
    {
        var key = form.Close();
        var changed = await changes.OnceAsync(by, key, async _ =>
        {
            // the landlord's people are nobody's here
            var person = await people.Users.SingleOrDefaultAsync(p => p.Id == id && p.ContractorId != null, stop) ?? throw Errors.AccountNotFound(id);
            var secret = change(person);
            if (await people.UpdateSecurityStampAsync(person) is { Succeeded: false }) throw Errors.StoreUnavailable();
            return new(id, secret);
        }, stop);
        standing.Forget(id);
        return changed;
    }

    [LoggerMessage(LogLevel.Information, "Account {AccountId} was {Change} by account {By}")]
    private partial void LogChanged(string accountId, string change, string by);
}
