using Microsoft.AspNetCore.Identity;
using WorkOrders.Server.Wire;

namespace WorkOrders.Server.Accounts;

/// <summary>Byt lösenord: what may be wrong with it, and the change itself. Neither saves anything.</summary>
internal sealed class PasswordChange(UserManager<Person> people, FailedSignIns failures, AccountsOptions options)
{
    /// <summary>Looks at both passwords. Wrong present ones count as failed sign-ins do.</summary>
    public async Task CheckAsync(HttpContext context, Person person, string current, string wanted, FieldViolations wrong)
    {
        if (current.Length == 0)
            wrong.Add("current_password", "Måste fyllas i.", "Is required.", "REQUIRED");
        else if (!IsRight(context, person, current))
            wrong.Add("current_password", "Fel lösenord.", "Wrong password.");
        else if (wanted == current)
            wrong.Add("new_password", "Det nya lösenordet måste skilja sig från det nuvarande.",
                "The new password must differ from the present one.", "SAME");

        if (wanted.Length == 0)
            wrong.Add("new_password", "Måste fyllas i.", "Is required.", "REQUIRED");
        else
            await CheckRulesAsync(person, wanted, wrong);
    }

    public void Apply(Person person, string wanted)
    {
        person.PasswordHash = people.PasswordHasher.HashPassword(person, wanted);
        person.FirstPasswordSetAt = null;
    }

    private bool IsRight(HttpContext context, Person person, string current)
    {
        if (!failures.TryBegin(context, out var wait))
            throw Errors.RateLimited(wait);
        if (people.PasswordHasher.VerifyHashedPassword(person, person.PasswordHash!, current) is PasswordVerificationResult.Failed)
            return false;
        failures.Succeeded(context);
        return true;
    }

    private async Task CheckRulesAsync(Person person, string wanted, FieldViolations wrong)
    {
        foreach (var rule in people.PasswordValidators)
        {
            foreach (var error in (await rule.ValidateAsync(people, person, wanted)).Errors)
            {
                if (error.Code == PasswordRules.Common)
                    wrong.Add("new_password", "Lösenordet är för vanligt.", "The password is too common.", "COMMON");
                else
                    wrong.Add("new_password",
                        $"Lösenordet ska ha {PasswordRules.MinimumLength} till {options.MaximumPasswordLength} tecken.",
                        $"The password must have {PasswordRules.MinimumLength} to {options.MaximumPasswordLength} characters.", "LENGTH");
            }
        }
    }
}
