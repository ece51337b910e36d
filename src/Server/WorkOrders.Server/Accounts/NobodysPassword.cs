using Microsoft.AspNetCore.Identity;

namespace WorkOrders.Server.Accounts;

/// <summary>What is compared when a user name is unknown: that takes as long as for a known one.</summary>
internal sealed class NobodysPassword
{
    public Person Person { get; } = new() { DisplayName = "", Role = "" };

    public string Hash { get; }

    public NobodysPassword() => Hash = new PasswordHasher<Person>().HashPassword(Person, Guid.NewGuid().ToString());
}
