using WorkOrders.V1;

namespace WorkOrders.Cli.Commands;

/// <summary>The standard phrases, as far as they have been typed.</summary>
internal static class Phrases
{
    /// <summary>The phrase that was meant: the whole of it, or a beginning that fits only one; capitals don't matter.</summary>
    public static async Task<string> FindAsync(Session session, string wanted, CancellationToken cancellationToken)
    {
        var catalogue = await session.Client.WorkOrders.ListPhrasesAsync(new ListPhrasesRequest(), cancellationToken: cancellationToken);
        var phrases = catalogue.Phrases.Select(phrase => phrase.Text).ToList();
        if (phrases.Find(phrase => string.Equals(phrase, wanted, StringComparison.OrdinalIgnoreCase)) is { } exact)
            return exact;
        var beginnings = phrases.FindAll(phrase => phrase.StartsWith(wanted, StringComparison.OrdinalIgnoreCase));
        if (beginnings is [var only])
            return only;
        var allowed = string.Join("\n    ", beginnings.Count > 1 ? beginnings : phrases);
        throw new UsageException(session.Words[
            $"'{wanted}' är ingen standardfras. Tillåtna:\n    {allowed}",
            $"'{wanted}' is no standard phrase. Allowed:\n    {allowed}"]);
    }
}
