using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using WorkOrders.Domain;
using WorkOrders.Server.Wire;
using WorkOrders.V1;
using Actor = WorkOrders.Domain.Actor;

namespace WorkOrders.Server.Feed;

/// <summary>Reads what was asked for against what the caller may see, and refuses with all wrong fields at once.</summary>
internal sealed class WatchRequests(FeedSettings settings)
{
    private const int MaxContractors = 100, MaxNumbers = 1_000;
    private static readonly JsonParser Json = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1), Longest = TimeSpan.FromSeconds(60);

    /// <summary>The hub's form of the request. As over gRPC, fields that this server doesn't know are passed over.</summary>
    public static WatchWorkOrdersRequest Parse(JsonElement json)
    {
        try
        {
            return Json.Parse<WatchWorkOrdersRequest>(json.GetRawText());
        }
        catch (InvalidProtocolBufferException e)
        {
            var wrong = new FieldViolations();
            wrong.Add("", "Inte JSON-formen av WatchWorkOrdersRequest.", $"Not the JSON form of WatchWorkOrdersRequest: {e.Message}");
            throw wrong.ToRefusal();
        }
    }

    public Watch Read(WatchWorkOrdersRequest request, Actor caller, DateTimeOffset ends)
    {
        var wrong = new FieldViolations();
        var scope = ScopeOf(request.Filter, request.View, caller, wrong);
        if (request.StartCase is WatchWorkOrdersRequest.StartOneofCase.None) wrong.Add("start", "Ange var flödet ska börja.", "Say where to start.");
        if (request.StartCase is WatchWorkOrdersRequest.StartOneofCase.After) CheckPosition(request.After, wrong);
        var interval = IntervalOf(request.BookmarkInterval, wrong);

        wrong.ThrowIfAny();
        return new(scope) { Start = request.StartCase, After = request.After ?? new(), BookmarkInterval = interval, Ends = ends };
    }

    /// <summary>What tenants may learn of: the same feed, told in another way.</summary>
    public Watch Read(WatchTenantOrdersRequest request, Actor caller, DateTimeOffset ends)
    {
        var same = new WatchWorkOrdersRequest { Filter = new() { Numbers = { request.Filter?.Numbers ?? [] } }, BookmarkInterval = request.BookmarkInterval };
        if (request.After is { } after) same.After = after;
        if (request.FromNow is { } fromNow) same.FromNow = fromNow;
        if (request.InitialState is { } state) same.InitialState = state;
        var watch = Read(same, caller, ends);
        return watch with { Scope = watch.Scope with { Audience = Audience.Tenant } };
    }

    /// <summary>One order for its tenant, after what has been shown.</summary>
    public Watch ForTenant(long number, FeedPosition shown, DateTimeOffset ends) =>
        new(new Scope { Audience = Audience.Tenant, Filter = new() { Numbers = { number } } })
        {
            Start = WatchWorkOrdersRequest.StartOneofCase.After,
            After = shown,
            BookmarkInterval = TimeSpan.FromSeconds(settings.BookmarkSeconds),
            Ends = ends,
        };

    public static Scope Read(ListWorkOrderEventsRequest request, Actor caller)
    {
        var wrong = new FieldViolations();
        var scope = ScopeOf(request.Filter, FeedView.Full, caller, wrong);
        if (request.After is not null) CheckPosition(request.After, wrong);
        if (request.PageSize < 0) wrong.Add("page_size", "Får inte vara negativt.", "Must not be negative.");

        wrong.ThrowIfAny();
        return scope;
    }

    private static Scope ScopeOf(FeedFilter? asked, FeedView view, Actor caller, FieldViolations wrong)
    {
        var filter = asked?.Clone() ?? new();
        if (filter.ContractorIds.Count > MaxContractors)
            wrong.Add("filter.contractor_ids", $"Högst {MaxContractors}.", $"At most {MaxContractors}.");
        if (filter.Numbers.Count > MaxNumbers) wrong.Add("filter.numbers", $"Högst {MaxNumbers}.", $"At most {MaxNumbers}.");
        if (filter.Types_.Any(t => t is V1.WorkOrderType.Unspecified || !System.Enum.IsDefined(t)))
            wrong.Add("filter.types", "Okänd typ.", "Unknown type.");
        if (!System.Enum.IsDefined(view)) wrong.Add("view", "Okänd vy.", "Unknown view.");

        // a contractor's own id goes without saying; another's is refused alike whether there is such a contractor or not
        if (caller.Role is ActorRole.Contractor && filter.ContractorIds.Any(id => id != caller.Contractor!.Id))
            wrong.Add("filter.contractor_ids", "Bara den egna entreprenören.", "Your own contractor only.");

        return new()
        {
            Contractor = caller.Role is ActorRole.Contractor ? caller.Contractor!.Id : null,
            Audience = caller.Role is ActorRole.WallBoard || view is FeedView.Wall ? Audience.Wall : Audience.Full,
            Filter = caller.Role is ActorRole.Contractor ? OwnOnly(filter, caller.Contractor!.Id) : filter,
        };
    }

    private static FeedFilter OwnOnly(FeedFilter filter, string contractor)
    {
        filter.ContractorIds.Clear();
        filter.ContractorIds.Add(contractor);
        return filter;
    }

    private static void CheckPosition(FeedPosition after, FieldViolations wrong)
    {
        if (after.Revision < 0) wrong.Add("after.revision", "Får inte vara negativt.", "Must not be negative.");
        if (after.Revision > 0 && after.LogId.Length == 0)
            wrong.Add("after.log_id", "Krävs när revisionen är över 0.", "Required if the revision is above 0.");
    }

    private TimeSpan IntervalOf(Duration? asked, FieldViolations wrong)
    {
        if (asked is null) return TimeSpan.FromSeconds(settings.BookmarkSeconds);
        // checked before it is converted: a duration can hold more than a TimeSpan
        if (asked.Seconds is >= 1 and <= 60 && asked.ToTimeSpan() is var interval && interval >= Shortest && interval <= Longest) return interval;

        wrong.Add("bookmark_interval", "Mellan 1 och 60 sekunder.", "Between 1 and 60 seconds.");
        return Shortest;
    }
}
