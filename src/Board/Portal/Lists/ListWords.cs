using WorkOrders.Board.Shared;
using WorkOrders.V1;

namespace WorkOrders.Board.Portal.Lists;

/// <summary>What a list is called, and what its filter says, one condition at a time.</summary>
internal static class ListWords
{
    private const int LongestQuote = 40;

    public static string Heading(this ListAddress address, Words words)
    {
        if (address.Text.Length > 0)
            return words["Lists.Found"];
        if (address.Wrong.Length > 0)
            return words["Lists.Title"];
        if (!address.IsNarrow && address.Statuses is [WorkOrderStatus.Ordered])
            return words["Portal.NewOrders"];
        if (!address.IsNarrow && address.Statuses is [WorkOrderStatus.Accepted])
            return words["Portal.OrdersInProgress"];

        var conditions = Conditions(address, words).Select(c => c.Text).ToList();
        return conditions.Count == 0 ? words["Lists.All"]
            : address.Statuses.IsEmpty && address.Types.Length > 0 ? $"{words["Lists.All"]}, {string.Join(", ", conditions)}"
            : string.Join(", ", conditions);
    }

    /// <summary>Each condition, and the list without it.</summary>
    public static IEnumerable<(string Text, ListAddress Without)> Conditions(this ListAddress shown, Words words)
    {
        var address = shown.FromStart;
        foreach (var status in address.Statuses)
            yield return (words[$"Statuses.{status}"], address with { Statuses = address.Statuses.Remove(status) });
        foreach (var type in address.Types)
            yield return (words[$"Type.{type}"], address with { Types = address.Types.Remove(type) });
        if (address.Text.Length > 0)
            yield return (words.Format("Lists.Quoted", Short(address.Text)), address with { Text = "" });
        if (address.Bundle.Length > 0)
            yield return (words.Format("Lists.Bundle", Short(address.Bundle)), address with { Bundle = "" });
        if (address.ObjectNumber.Length > 0)
            yield return (words.Format("Lists.Object", Short(address.ObjectNumber)), address with { ObjectNumber = "" });
        if (address.OpenQuestion)
            yield return (words["Waiting.OpenQuestion"], address with { OpenQuestion = false });
        if (address.Overdue)
            yield return (words["Waiting.Overdue"], address with { Overdue = false });
    }

    /// <summary>Why the list is empty, or what to try instead.</summary>
    public static string Nothing(this ListAddress address, Words words) => address switch
    {
        { Page.IsFirst: false } => words["Lists.None.OnPage"],
        { Text.Length: > 0 } => words.Format("Lists.None.Found", Short(address.Text)),
        { IsNarrow: false, Statuses: [WorkOrderStatus.Ordered] } => words["Lists.None.Ordered"],
        { IsNarrow: false, Statuses: [WorkOrderStatus.Accepted] } => words["Lists.None.Accepted"],
        _ => words["Lists.None"],
    };

    public static string Short(string text) => text.Length <= LongestQuote ? text : $"{text[..LongestQuote]} …";
}
