using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using WorkOrders.Server.Wire;
using WorkOrders.V1;

namespace WorkOrders.Server.Accounts;

/// <summary>The caller's own account.</summary>
internal sealed class MyAccount(
    UserManager<Person> people, IUserClaimsPrincipalFactory<Person> claims, FailedSignIns failures, Sessions sessions, AccountsOptions options)
{
    public async Task<Account> FindAsync(ClaimsPrincipal caller) =>
        AccountOf(caller, Caller.IsMachine(caller) ? null : await PersonOf(caller));

    public async Task<Account> UpdateContactDetailsAsync(HttpContext context, ContactDetails? given)
    {
        var details = ContactDetailsForm.Read(given);
        var person = await PersonOf(context.User);
        person.Company = details.Company;
        person.DisplayName = details.Name;
        person.Email = details.Email;
        person.PhoneNumber = details.Phone;
        person.MobilePhone = details.MobilePhone;
        person.OtherPhone = details.OtherPhone;
        person.Fax = details.Fax;
        Succeeded(await people.UpdateAsync(person));
        return AccountOf(await GoOnAsync(context, person), person);
    }

    public async Task ChangePasswordAsync(HttpContext context, string current, string wanted)
    {
        if (!failures.TryBegin(context, out var wait))
            throw Errors.RateLimited(wait);
        var person = await PersonOf(context.User);
        var result = await people.ChangePasswordAsync(person, current, wanted);
        if (!result.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.PasswordMismatch)))
            failures.Succeeded(context);
        if (!result.Succeeded)
            throw RefusalOf(result);
        // the stamp has changed, which ends every session of the account; this one goes on
        await GoOnAsync(context, person);
    }

    private async Task<Person> PersonOf(ClaimsPrincipal caller) => await people.GetUserAsync(caller) ?? throw Errors.TokenExpired();

    private async Task<ClaimsPrincipal> GoOnAsync(HttpContext context, Person person)
    {
        sessions.Forget(person.Id);
        var renewed = await claims.CreateAsync(person);
        var session = await context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        await context.SignInAsync(IdentityConstants.ApplicationScheme, renewed, session.Properties);
        return renewed;
    }

    private Grpc.Core.RpcException RefusalOf(IdentityResult result)
    {
        var wrong = new FieldViolations();
        foreach (var code in result.Errors.Select(e => e.Code))
        {
            if (code == nameof(IdentityErrorDescriber.PasswordMismatch))
                wrong.Add("current_password", "Fel lösenord.", "Wrong password.");
            else if (code == PasswordRules.Common)
                wrong.Add("new_password", "Lösenordet är för vanligt.", "The password is too common.", "COMMON");
            else
                wrong.Add("new_password",
                    $"Lösenordet ska ha {PasswordRules.MinimumLength} till {options.MaximumPasswordLength} tecken.",
                    $"The password must have {PasswordRules.MinimumLength} to {options.MaximumPasswordLength} characters.", "LENGTH");
        }
        return wrong.ToRefusal();
    }

    private static void Succeeded(IdentityResult result)
    {
        if (!result.Succeeded)
            throw new InvalidOperationException(string.Join(", ", result.Errors.Select(e => e.Code)));
    }

    private static Account AccountOf(ClaimsPrincipal caller, Person? person)
    {
        var actor = Caller.Of(caller);
        return new()
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
