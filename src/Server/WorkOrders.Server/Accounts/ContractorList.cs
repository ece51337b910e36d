using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using WorkOrders.Server.Store;
using WorkOrders.Server.Wire;
using WorkOrders.V1;

namespace WorkOrders.Server.Accounts;

/// <summary>Every contractor with whoever signs in for it, as dispatchers see them.</summary>
internal sealed class ContractorList(
    AccountsContext accounts, IDbContextFactory<WorkOrdersContext> files, MachineClients machines, AccountsOptions options, TimeProvider clock)
{
    /// <summary>ORDERED and ACCEPTED, as stored.</summary>
    private const int Ordered = 2, Accepted = 3;

    private static readonly StringComparer Alphabetical = StringComparer.Create(new("sv-SE"), ignoreCase: true);

    public async Task<List<ContractorAccount>> AllAsync(CancellationToken stop)
    {
        await using var file = await files.CreateDbContextAsync(stop);
        var rows = await file.Contractors.ToListAsync(stop);
        var open = await file.StatusCounts.Where(c => c.Status == Ordered || c.Status == Accepted)
            .GroupBy(c => c.ContractorId).Select(g => new { g.Key, Sum = g.Sum(c => c.Count) }).ToDictionaryAsync(g => g.Key, g => g.Sum, stop);
        var people = (await accounts.Users.AsNoTracking().Where(p => p.ContractorId != null).ToListAsync(stop)).ToLookup(p => p.ContractorId!);
        var clients = (await machines.ListAsync(stop)).Where(c => c.ContractorId is not null).ToLookup(c => c.ContractorId!);
        return [.. rows.OrderBy(c => c.Name, Alphabetical).ThenBy(c => c.Id, StringComparer.Ordinal).Select(c => new ContractorAccount
        {
            Contractor = new() { Id = c.Id, Name = c.Name },
            Disabled = c.Disabled,
            People = { people[c.Id].OrderBy(p => p.UserName, StringComparer.Ordinal).Select(Of) },
            MachineClients = { clients[c.Id].OrderBy(m => m.ClientId, StringComparer.Ordinal).Select(Of) },
            OpenOrders = open.GetValueOrDefault(c.Id),
        })];
    }

    public async Task<ContractorAccount> OneAsync(string id, CancellationToken stop) =>
        (await AllAsync(stop)).Find(c => c.Contractor.Id == id) ?? throw Errors.ContractorNotFound(id);

    public async Task<PersonAccount> PersonAsync(string accountId, CancellationToken stop) =>
        Of(await accounts.Users.AsNoTracking().SingleOrDefaultAsync(p => p.Id == accountId, stop) ?? throw Errors.AccountNotFound(accountId));

    public async Task<MachineClientAccount> ClientAsync(string clientId, CancellationToken stop) =>
        Of(await machines.FindAsync(clientId, stop) ?? throw Errors.AccountNotFound(clientId));

    private PersonAccount Of(Person person) => new()
    {
        AccountId = person.Id,
        UserName = person.UserName,
        DisplayName = person.DisplayName,
        Email = person.Email ?? "",
        Disabled = person.Disabled,
        FirstPasswordUntil = person.FirstPasswordSetAt?.AddDays(options.FirstPasswordDays).ToTimestamp(),
    };

    private MachineClientAccount Of(MachineClient client) => new()
    {
        ClientId = client.ClientId,
        DisplayName = client.Name,
        OldSecretUntil = client.OldSecretUntil > clock.GetUtcNow() ? client.OldSecretUntil?.ToTimestamp() : null,
    };
}
