using System.Data.Common;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using WorkOrders.Server.Store;
using WorkOrders.Server.Wire;
using WorkOrders.V1;

namespace WorkOrders.Server.Accounts;

/// <summary>The caller's own account.</summary>
internal sealed class MyAccount(
    UserManager<Person> people, IUserClaimsPrincipalFactory<Person> claims, PasswordChange password, Standing standing,
    AccountsOptions options)
{
    public async Task<GetMyAccountResponse> GetAsync(ClaimsPrincipal caller) => new()
    {
        Account = AccountOf(caller, Caller.IsMachine(caller) ? null : await PersonOf(caller)),
        MinimumPasswordLength = PasswordRules.MinimumLength,
        MaximumPasswordLength = options.MaximumPasswordLength,
    };

    /// <summary>Contact details, and the password if a new one is given: all in one save, or nothing.</summary>
    public async Task<Account> UpdateAsync(HttpContext context, UpdateMyContactDetailsRequest request)
    {
        var person = await HumanOf(context.User, "UpdateMyContactDetails");
        var changesPassword = request.NewPassword.Length > 0 || person.FirstPasswordSetAt is not null;
        var wrong = new FieldViolations();
        var details = ContactDetailsForm.Read(request.ContactDetails, wrong);
        if (changesPassword)
            await password.CheckAsync(context, person, request.CurrentPassword, request.NewPassword, wrong);
        wrong.ThrowIfAny();

        Apply(person, details);
        if (changesPassword)
            password.Apply(person, request.NewPassword);
        return AccountOf(await SaveAsync(context, person, changesPassword), person);
    }

    public async Task ChangePasswordAsync(HttpContext context, string current, string wanted)
    {
        var person = await HumanOf(context.User, "ChangeMyPassword");
        var wrong = new FieldViolations();
        await password.CheckAsync(context, person, current, wanted, wrong);
        wrong.ThrowIfAny();

        password.Apply(person, wanted);
        await SaveAsync(context, person, changesPassword: true);
    }

    /// <summary>A screen shows and changes nothing, its own account included.</summary>
    private async Task<Person> HumanOf(ClaimsPrincipal caller, string method) => caller.FindFirstValue(Caller.Role) is RoleNames.WallBoard
        ? throw Errors.NotAllowedForRole(RoleNames.WallBoard, method) : await PersonOf(caller);

    /// <summary>
    /// Read anew for each call, and not as the session was checked: a password that was changed meanwhile ends the
    /// session, and must not be followed by a fresh one.
    /// </summary>
    private async Task<Person> PersonOf(ClaimsPrincipal caller) =>
        await people.GetUserAsync(caller) is { Disabled: false } person
        && person.SecurityStamp == caller.FindFirstValue(people.Options.ClaimsIdentity.SecurityStampClaimType)
            ? person : throw Errors.TokenExpired();

    /// <summary>A new password gives the account a new stamp, which ends every session of it. This one goes on.</summary>
    private async Task<ClaimsPrincipal> SaveAsync(HttpContext context, Person person, bool changesPassword)
    {
        try
        {
            Succeeded(changesPassword ? await people.UpdateSecurityStampAsync(person) : await people.UpdateAsync(person));
        }
        catch (DbUpdateException e) when (e.InnerException is DbException reason && reason.IsUnavailable())
        {
            throw Errors.StoreUnavailable();
        }
        standing.Forget(person.Id);
        var renewed = await claims.CreateAsync(person);
        var session = await context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        await context.SignInAsync(IdentityConstants.ApplicationScheme, renewed, session.Properties);
        return renewed;
    }

    private void Succeeded(IdentityResult result)
    {
        // two saves at once: the later one has read what is no longer there
        if (result.Errors.Any(e => e.Code == people.ErrorDescriber.ConcurrencyFailure().Code))
            throw Errors.StoreUnavailable();
        if (!result.Succeeded)
            throw new InvalidOperationException(string.Join(", ", result.Errors.Select(e => e.Code)));
    }

    private static void Apply(Person person, ContactDetails details)
    {
        person.Company = details.Company;
        person.DisplayName = details.Name;
        person.Email = details.Email;
        person.PhoneNumber = details.Phone;
        person.MobilePhone = details.MobilePhone;
        person.OtherPhone = details.OtherPhone;
        person.Fax = details.Fax;
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
            FirstSignIn = person?.FirstPasswordSetAt is not null,
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
