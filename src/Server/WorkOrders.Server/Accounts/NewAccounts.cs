using Microsoft.AspNetCore.Identity;

namespace WorkOrders.Server.Accounts;

/// <summary>Accounts as the landlord creates them for others.</summary>
internal sealed class NewAccounts(UserManager<Person> people, TimeProvider clock)
{
    /// <summary>
    /// Creates an account whose user name and first password are handed over: its first sign-in is open until the
    /// person has confirmed the contact details and set a password that nobody else knows.
    /// </summary>
    public Task<IdentityResult> CreateWithFirstPasswordAsync(Person person, string firstPassword)
    {
        person.FirstPasswordSetAt = clock.GetUtcNow();
        return people.CreateAsync(person, firstPassword);
    }
}
