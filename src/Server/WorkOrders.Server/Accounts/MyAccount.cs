using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using WorkOrders.V1;

namespace WorkOrders.Server.Accounts;

/// <summary>The caller's own account.</summary>
internal sealed class MyAccount(UserManager<Person> people)
{
    public async Task<Account> FindAsync(ClaimsPrincipal caller)
    {
        var actor = Caller.Of(caller);
        var person = Caller.IsMachine(caller) ? null : await people.GetUserAsync(caller);
        return new Account
        {
            AccountId = actor.AccountId,
            UserName = caller.FindFirstValue(Caller.UserName) ?? "",
            DisplayName = actor.Name,
            Role = RoleNames.OnWire(actor.Role),
            Contractor = actor.Contractor is { } contractor ? new() { Id = contractor.Id, Name = contractor.Name } : null,
            IsMachine = person is null,
            ContactDetails = person is null ? null : DetailsOf(person),
        };
    }

    private static ContactDetails DetailsOf(Person person) => new()
    {
        Company = person.Company,
        Name = person.DisplayName,
        Email = person.Email ?? "",
        Phone = person.PhoneNumber ?? "",
        MobilePhone = person.MobilePhone,
        OtherPhone = person.OtherPhone,
        Fax = person.Fax,
    };
}
