using System.Text;
using Google.Protobuf;
using WorkOrders.Server.Store;
using WorkOrders.Server.Wire;
using WorkOrders.V1;

namespace WorkOrders.Server.Feed;

/// <summary>An item of a batch as its bytes, made once and written to every stream that carries it.</summary>
internal sealed class EncodedItem
{
    private readonly byte[] _item;

    private EncodedItem(byte[] item)
    {
        _item = item;
        Field = LengthDelimited(Events.ItemsFieldNumber, item);
    }

    /// <summary>The item as a field of <see cref="Events"/>, with its tag and length before it.</summary>
    public byte[] Field { get; }

    /// <summary>The item as proto3 JSON; made when the first hub stream needs it.</summary>
    public byte[] Json => field ??= Encoding.UTF8.GetBytes(JsonFormatter.Default.Format(Read()));

    public FeedItem Read() => FeedItem.Parser.ParseFrom(_item);

    public static EncodedItem Of(FeedItem item) => new(item.ToByteArray());

    /// <summary>Tenants' items lie in their frames as others' do, under the same number: see <see cref="Frame"/>.</summary>
    public static EncodedItem Of(TenantItem item) => new(item.ToByteArray());

    public static EncodedItem Of(EventRow e, Audience audience, ScopeChange change) => (change, audience) switch
    {
        (ScopeChange.Left, _) => Of(new FeedItem { Scope = change, Left = new() { Revision = e.Revision, Index = e.Index, Number = e.Number } }),
        (_, Audience.Wall) => Of(new FeedItem { Scope = change, Event = WallView.Of(WorkOrderEvent.Parser.ParseFrom(e.Payload)) }),
        // the log holds what goes out: only the scope is put before it
        _ => new([.. new FeedItem { Scope = change }.ToByteArray(), .. LengthDelimited(FeedItem.EventFieldNumber, e.Payload)]),
    };

    private static byte[] LengthDelimited(int number, byte[] content)
    {
        var field = new byte[CodedOutputStream.ComputeTagSize(number) + CodedOutputStream.ComputeLengthSize(content.Length) + content.Length];
        using var output = new CodedOutputStream(field);
        output.WriteTag(number, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(UnsafeByteOperations.UnsafeWrap(content));
        output.CheckNoSpaceLeft();
        return field;
    }
}
