using WorkOrders.Server.Store;
using WorkOrders.V1;

namespace WorkOrders.Server.Queries;

/// <summary>The standard phrases of Notera that may be used.</summary>
internal sealed class Phrases(PhraseBook book)
{
    public ListPhrasesResponse List() =>
        new() { Phrases = { book.All.Values.Select(p => new Phrase { Text = p.Text, TenantVisible = p.TenantVisible, MeansContact = p.MeansContact }) } };
}
