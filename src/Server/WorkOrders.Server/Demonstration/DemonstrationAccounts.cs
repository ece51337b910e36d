using Microsoft.AspNetCore.Identity;
using WorkOrders.Server.Accounts;
using WorkOrders.Server.Store;

namespace WorkOrders.Server.Demonstration;

/// <summary>Creates the demonstration's sign-ins, those that are not there yet.</summary>
internal sealed class DemonstrationAccounts(IServiceScopeFactory scopes, Contractors contractors, DeskBook desks) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var machines = scope.ServiceProvider.GetRequiredService<MachineClients>();
        foreach (var (client, secret) in SignIns.Machines)
        {
            if (client.ContractorId is not null)
                await contractors.AddAsync(client.ContractorId, client.ContractorName!, cancellationToken);
            if (!await machines.ExistsAsync(client.ClientId, cancellationToken))
                await machines.AddAsync(client, secret, cancellationToken);
        }
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        await CreateAsync(people, SignIns.People, people.CreateAsync);
        var accounts = scope.ServiceProvider.GetRequiredService<NewAccounts>();
        await CreateAsync(people, SignIns.Newcomers, accounts.CreateWithFirstPasswordAsync);
        foreach (var (person, _) in SignIns.People.Where(p => p.Person.Role == RoleNames.Orderer && desks.All.All(d => d.AccountId != p.Person.Id)))
            await desks.ChangeAsync(person.Id, desk => desk.Team = SignIns.Team, cancellationToken);
    }

    private static async Task CreateAsync(
        UserManager<Person> people, IEnumerable<(Person, string)> signIns, Func<Person, string, Task<IdentityResult>> create)
    {
        foreach (var (person, password) in signIns)
        {
            if (await people.FindByNameAsync(person.UserName!) is null && await create(person, password) is { Succeeded: false } failed)
                throw new InvalidOperationException(string.Join(' ', failed.Errors.Select(e => e.Description)));
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
