using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace WorkOrders.Server.Accounts;

/// <summary>People and machine clients. In the same file as the orders, with migrations of its own.</summary>
internal sealed class AccountsContext(DbContextOptions<AccountsContext> options) : IdentityUserContext<Person>(options)
{
    public const string MigrationsTable = "__AccountsMigrationsHistory";

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.UseOpenIddict();
        builder.Entity<Person>().ToTable("people");
        builder.Entity<Person>().Property(p => p.Role).HasMaxLength(32);
    }
}
