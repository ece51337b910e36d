namespace WorkOrders.Cli.Demo;

/// <summary>Whether nothing was lost and nothing came twice.</summary>
/// <param name="Events">How many events the log has gained since the start.</param>
/// <param name="Missing">How many of them our watch has not seen.</param>
/// <param name="Doubled">How many of them our watch has seen, or the log has, more than once.</param>
/// <param name="Faults">Orders that did not become what they should have.</param>
internal sealed record AuditResult(int Events, int Missing, int Doubled, IReadOnlyList<string> Faults)
{
    public bool IsClean => Missing == 0 && Doubled == 0 && Faults.Count == 0;
}
