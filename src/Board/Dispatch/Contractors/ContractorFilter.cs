using WorkOrders.V1;

namespace WorkOrders.Board.Dispatch.Contractors;

/// <summary>Which contractors somebody looks for: all words must be found in what the contractor or its people are called.</summary>
internal static class ContractorFilter
{
    public static IReadOnlyList<ContractorAccount> Matching(this IEnumerable<ContractorAccount> contractors, string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. contractors.Where(c => words.All(w => Names(c).Any(n => n.Contains(w, StringComparison.OrdinalIgnoreCase))))];
    }

    private static IEnumerable<string> Names(ContractorAccount c) =>
    [
        c.Contractor.Id, c.Contractor.Name, .. c.People.SelectMany(p => new[] { p.UserName, p.DisplayName, p.Email }),
        .. c.MachineClients.SelectMany(m => new[] { m.ClientId, m.DisplayName }),
    ];
}
