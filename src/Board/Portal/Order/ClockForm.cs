using System.Globalization;
using WorkOrders.Board.Shared;
using WorkOrders.V1;

namespace WorkOrders.Board.Portal.Order;

/// <summary>What one can do about an order's deadlines, each with a form of its own.</summary>
public enum ClockAction
{
    Contact,
    Pause,
    Resume,
    Visit,
    Priority,
}

/// <summary>The forms: their fields by their paths in the contract, and what must be in them.</summary>
public static class ClockForm
{
    public const string Text = "text", Reason = "reason", Notice = "notice", AttemptedAt = "attempted_at", Priority = "priority";

    private const string Minute = "yyyy-MM-dd'T'HH:mm";

    /// <summary>Which there are: what the server allows.</summary>
    public static IReadOnlyList<ClockAction> Allowed(IReadOnlyCollection<WorkOrderCommand> allowed) =>
        [.. Enum.GetValues<ClockAction>().Where(a => allowed.Contains(a switch
        {
            ClockAction.Contact => WorkOrderCommand.RecordTenantContact,
            ClockAction.Pause => WorkOrderCommand.Pause,
            ClockAction.Resume => WorkOrderCommand.Resume,
            ClockAction.Visit => WorkOrderCommand.RecordFailedVisit,
            _ => WorkOrderCommand.SetPriority,
        }))];

    /// <summary>As <see cref="OrderDrafts"/> keeps what was typed into it.</summary>
    public static string NameOf(ClockAction action) => $"{OrderDrafts.Clock}/{action.ToString().ToLowerInvariant()}";

    public static Draft Begin(ClockAction action, WorkOrder order, DateTimeOffset now) => Draft.Of(action switch
    {
        ClockAction.Pause => new Dictionary<string, string> { [Reason] = nameof(PauseReason.WaitingForParts), [Text] = "" },
        // how the tenant had been told is what a charge depends on: nothing is chosen for anybody
        ClockAction.Visit => new Dictionary<string, string>
        {
            [AttemptedAt] = SwedishTime.Local(now).ToString(Minute, CultureInfo.InvariantCulture), [Notice] = "", [Text] = "",
        },
        ClockAction.Priority => new Dictionary<string, string> { [Priority] = order.Priority.ToString() },
        _ => new Dictionary<string, string> { [Text] = "" },
    });

    public static IReadOnlyList<string> Options(string field) => field switch
    {
        Reason => [nameof(PauseReason.WaitingForParts), nameof(PauseReason.TenantUnreachable)],
        Notice => [.. Enum.GetValues<VisitNotice>().Where(n => n is not VisitNotice.Unspecified).Select(n => n.ToString())],
        Priority => [.. Enum.GetValues<Priority>().Where(p => p is not V1.Priority.Unspecified).Select(p => p.ToString())],
        _ => [],
    };

    public static bool IsOptional(ClockAction action, string field) => field is Text && action is ClockAction.Contact or ClockAction.Resume;

    /// <summary>What is missing, by field; the value is the key of its words.</summary>
    public static IReadOnlyDictionary<string, string> Missing(ClockAction action, Draft draft)
    {
        var missing = draft.Paths.Where(p => !IsOptional(action, p) && string.IsNullOrWhiteSpace(draft[p].Mine)).ToDictionary(p => p, _ => "Order.Required");
        if (draft.Paths.Contains(AttemptedAt) && !missing.ContainsKey(AttemptedAt) && InstantOf(draft[AttemptedAt].Mine) is null)
            missing[AttemptedAt] = "Order.Clock.NoInstant";
        return missing;
    }

    /// <summary>What the field of a date and a time of day holds, by the Swedish clock. Browsers may add seconds.</summary>
    public static DateTimeOffset? InstantOf(string text) =>
        DateTime.TryParseExact(text, [Minute, Minute + ":ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? SwedishTime.Instant(local) : null;
}
