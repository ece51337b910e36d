using Microsoft.EntityFrameworkCore;

namespace WorkOrders.Server.Figures;

/// <summary>
/// The figures' own file, beside the orders': reckoned from the log and thrown away at wish, so it needs no backup, no
/// migrations, and takes nothing of the writer's time.
/// </summary>
internal sealed class FiguresContext(DbContextOptions<FiguresContext> options) : DbContext(options)
{
    public DbSet<FigureRow> Figures => Set<FigureRow>();
    public DbSet<AskedRow> Asked => Set<AskedRow>();
    public DbSet<ReckonedRow> Reckoned => Set<ReckonedRow>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<FigureRow>().HasKey(f => new { f.Span, f.Start, f.ContractorId, f.Type });
        model.Entity<AskedRow>().HasKey(a => new { a.Number, a.QuestionId });
        model.Entity<ReckonedRow>().Property(r => r.Id).ValueGeneratedNever();
    }
}
