using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using WorkOrders.Server.Accounts.Pairing;

namespace WorkOrders.Server.Accounts;

/// <summary>People and machine clients. In the same file as the orders, with migrations of its own.</summary>
internal sealed class AccountsContext(DbContextOptions<AccountsContext> options) : IdentityUserContext<Person>(options)
{
    public const string MigrationsTable = "__AccountsMigrationsHistory";

    /// <summary>Paired screens, each the other half of a person.</summary>
    public DbSet<PairedBoard> Boards => Set<PairedBoard>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.UseOpenIddict();
        builder.Entity<Person>().ToTable("people");
        builder.Entity<Person>().Property(p => p.Role).HasMaxLength(32);
        builder.Entity<PairedBoard>().ToTable("boards").HasOne<Person>().WithOne().HasForeignKey<PairedBoard>(b => b.Id).OnDelete(DeleteBehavior.Cascade);
    }
}
