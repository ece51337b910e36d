using WorkOrders.Server.Store;
using WorkOrders.Server.Wire;
using WorkOrders.V1;

namespace WorkOrders.Server.Feed;

/// <summary>An event at hand: as stored, and as it goes out, encoded at most once for each audience and change of scope.</summary>
internal sealed class LoggedEvent(EventRow row)
{
    private readonly EncodedItem?[] _encoded = new EncodedItem?[6];

    /// <summary>Found out when the first tenant's stream comes by.</summary>
    private Lazy<TenantItem?>? _forTenants;

    public EventRow Row => row;
    public long Revision => row.Revision;
    public int Bytes => row.Payload.Length;

    /// <summary>Whether the audience learns of it at all.</summary>
    public bool IsFor(Audience audience) => audience is not Audience.Tenant || ForTenants is not null;

    private TenantItem? ForTenants => (_forTenants ??= new(TenantMessages.Of(row.Kind, row.Payload))).Value;

    /// <summary>Two streams that come at the same instant may both encode; either result is the same.</summary>
    public EncodedItem For(Audience audience, ScopeChange change) =>
        _encoded[Slot(audience, change)] ??=
            audience is Audience.Tenant ? EncodedItem.Of(ForTenants!) : EncodedItem.Of(row, audience, change);

    private static int Slot(Audience audience, ScopeChange change) => (change, audience) switch
    {
        (_, Audience.Tenant) => 5,
        (ScopeChange.Entered, Audience.Full) => 0,
        (ScopeChange.Stayed, Audience.Full) => 1,
        (ScopeChange.Entered, Audience.Wall) => 2,
        (ScopeChange.Stayed, Audience.Wall) => 3,
        (ScopeChange.Left, _) => 4,
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, "Not in scope."),
    };
}
