using Microsoft.EntityFrameworkCore;
using WorkOrders.Domain;

namespace WorkOrders.Server.Store;

/// <summary>The standard phrases at hand, as every note asks for them. Whoever edits the catalogue reads it anew.</summary>
internal sealed class PhraseBook(IDbContextFactory<WorkOrdersContext> contexts)
{
    private IReadOnlyDictionary<string, StandardPhrase> _phrases = new Dictionary<string, StandardPhrase>();

    /// <summary>Those that may be used, by their text, in the order in which they are offered.</summary>
    public IReadOnlyDictionary<string, StandardPhrase> All => Volatile.Read(ref _phrases);

    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.Phrases.Where(p => !p.Retired).OrderBy(p => p.Position).ToListAsync(cancellationToken);
        Volatile.Write(ref _phrases, rows.ToDictionary(p => p.Text, p => new StandardPhrase(p.Text, p.TenantVisible, p.MeansContact)));
    }
}
