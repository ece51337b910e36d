using System.Buffers;
using System.Text.Json;
using Google.Protobuf;
using WorkOrders.Server.Feed;
using WorkOrders.Server.Store;
using WorkOrders.V1;

namespace WorkOrders.Server.Tests.Feed;

public sealed class FrameTests
{
    private static readonly WorkOrderEvent Happened = new()
    {
        Revision = 7,
        Index = 1,
        Number = 2375,
        OrderVersion = 3,
        NoteAdded = new() { Text = "\"å\" </script> \u2028" },
        Summary = new() { Number = 2375, Street = "Torögatan 51" },
    };

    public static TheoryData<ScopeChange> Changes => [ScopeChange.Entered, ScopeChange.Stayed, ScopeChange.Left];

    [Theory, MemberData(nameof(Changes))]
    public void A_frame_has_the_bytes_of_the_message_that_it_stands_for(ScopeChange change)
    {
        var frame = FrameOf(change);
        var bytes = new ArrayBufferWriter<byte>();
        frame.WriteTo(bytes);
        Assert.Equal(Message(change).ToByteArray(), bytes.WrittenSpan.ToArray());
        Assert.Equal(frame.Length, bytes.WrittenCount);
    }

    [Theory, MemberData(nameof(Changes))]
    public void A_frame_has_the_JSON_of_the_message_that_it_stands_for(ScopeChange change) =>
        Assert.Equal(Message(change), JsonParser.Default.Parse<WatchWorkOrdersResponse>(JsonSerializer.Serialize(FrameOf(change))));

    [Fact]
    public void A_frame_without_events_has_the_JSON_of_its_message()
    {
        var message = new WatchWorkOrdersResponse { Bookmark = new() { Revision = 7 } };
        Assert.Equal(message, JsonParser.Default.Parse<WatchWorkOrdersResponse>(JsonSerializer.Serialize(Frame.Of(message))));
    }

    [Fact]
    public void An_event_is_encoded_once_for_all_streams()
    {
        var e = new LoggedEvent(Row());
        Assert.Same(e.For(Audience.Full, ScopeChange.Stayed), e.For(Audience.Full, ScopeChange.Stayed));
        Assert.Same(e.For(Audience.Full, ScopeChange.Stayed).Json, e.For(Audience.Full, ScopeChange.Stayed).Json);
        Assert.Same(e.For(Audience.Full, ScopeChange.Left), e.For(Audience.Wall, ScopeChange.Left));
    }

    private static Frame FrameOf(ScopeChange change) => Frame.OfItems([EncodedItem.Of(Row(), Audience.Full, change)]);

    private static WatchWorkOrdersResponse Message(ScopeChange change) => new()
    {
        Events = new()
        {
            Items =
            {
                change is ScopeChange.Left
                    ? new FeedItem { Scope = change, Left = new() { Revision = 7, Index = 1, Number = 2375 } }
                    : new FeedItem { Scope = change, Event = Happened },
            },
        },
    };

    private static EventRow Row() => new()
    {
        Revision = 7,
        Index = 1,
        EventId = Guid.Empty,
        Number = 2375,
        OrderVersion = 3,
        Kind = "note_added",
        Type = 1,
        CommittedAt = 0,
        Payload = Happened.ToByteArray(),
    };
}
