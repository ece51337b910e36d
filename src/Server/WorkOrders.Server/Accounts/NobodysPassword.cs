using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace WorkOrders.Server.Accounts;

/// <summary>What is compared when a user name is unknown: that takes as long as for a known one.</summary>
internal sealed class NobodysPassword
{
    public Person Person { get; } = new() { DisplayName = "", Role = "" };

    public string Hash { get; }

    public NobodysPassword(IOptions<PasswordHasherOptions> options) =>
        Hash = new PasswordHasher<Person>(options).HashPassword(Person, Guid.NewGuid().ToString());
}
