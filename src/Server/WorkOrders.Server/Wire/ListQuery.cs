using System.Text.Json;
using WorkOrders.V1;

namespace WorkOrders.Server.Wire;

/// <summary>
/// A list as an address asks for it: <c>?status=ordered&amp;status=accepted&amp;q=blandare&amp;sort=-planned_for</c>. The same names
/// as the portal's list has in its own address. What is empty is not asked for, as a form sends what nobody filled in.
/// </summary>
internal static class ListQuery
{
    private static readonly Dictionary<string, WorkOrderStatus> Statuses = Named<WorkOrderStatus>();
    private static readonly Dictionary<string, WorkOrderType> Types = Named<WorkOrderType>();
    private static readonly string[] Sorts = [.. new[] { "number", "ordered_at", "planned_for", "due_at", "waiting" }.SelectMany(s => new[] { s, $"-{s}" })];

    private static readonly string[] Names = ["status", "type", "q", "bundle", "object", "question", "overdue", "sort"];

    /// <summary>What chooses the language stands beside what chooses the orders.</summary>
    private static readonly string[] OfLanguage = ["culture", "ui-culture"];

    /// <exception cref="Grpc.Core.RpcException">FIELD_VIOLATION: something is not as allowed. All of it is told.</exception>
    public static ListWorkOrdersRequest Read(IQueryCollection query)
    {
        var wrong = new FieldViolations();
        foreach (var name in query.Keys.Except([.. Names, .. OfLanguage], StringComparer.Ordinal))
            wrong.Add(Shown(name), $"Okänd. Tillåtna: {Join(Names)}.", $"Unknown. Allowed: {Join(Names)}.");
        var sort = One("sort", Sorts);
        var request = new ListWorkOrdersRequest
        {
            Filter = new()
            {
                Statuses = { Several("status", Statuses) },
                Types_ = { Several("type", Types) },
                Text = One("q"),
                BundleNumber = One("bundle"),
                ObjectNumber = One("object"),
                OpenQuestion = One("question", ["open"]).Length > 0,
                Overdue = One("overdue", ["true"]).Length > 0,
            },
            OrderBy = sort.StartsWith('-') ? $"{sort[1..]} desc" : sort,
        };
        wrong.ThrowIfAny();
        return request;

        IEnumerable<T> Several<T>(string name, Dictionary<string, T> allowed)
        {
            var given = Given(name);
            if (given.Exists(v => !allowed.ContainsKey(v))) Refuse(name, allowed.Keys);
            return given.Where(allowed.ContainsKey).Select(v => allowed[v]).Distinct();
        }

        string One(string name, string[]? allowed = null)
        {
            var given = Given(name);
            if (given.Count > 1) wrong.Add(name, "Högst en gång.", "Once at most.");
            else if (given is [var value] && allowed?.Contains(value) is false) Refuse(name, allowed);
            return given is [var only] ? only : "";
        }

        List<string> Given(string name) => [.. query[name].OfType<string>().Where(v => v.Length > 0)];

        void Refuse(string name, IEnumerable<string> allowed) =>
            wrong.Add(name, $"Tillåtna: {Join(allowed)}.", $"Allowed: {Join(allowed)}.");
    }

    /// <summary>What the contract calls a field, as the address has it.</summary>
    public static string NameOf(string field) => field == "filter.text" ? "q" : field;

    private static Dictionary<string, T> Named<T>() where T : struct, Enum =>
        Enum.GetValues<T>().Where(v => Convert.ToInt32(v, null) != 0).ToDictionary(v => JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString()));

    private static string Join(IEnumerable<string> names) => string.Join(", ", names);

    /// <summary>Somebody else's text is shown in part, and without what would begin a new line.</summary>
    private static string Shown(string name) => new([.. name.Take(40).Select(c => char.IsControl(c) ? '?' : c)]);
}
