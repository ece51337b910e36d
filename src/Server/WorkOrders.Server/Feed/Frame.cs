using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Google.Protobuf;
using Grpc.Core;
using WorkOrders.V1;

namespace WorkOrders.Server.Feed;

/// <summary>
/// A <see cref="WatchWorkOrdersResponse"/> as it goes out: its items are bytes that other streams write too. With items for
/// tenants it is a <see cref="WatchTenantOrdersResponse"/>, whose fields have the same numbers.
/// </summary>
[JsonConverter(typeof(FrameJson))]
internal sealed class Frame
{
    private readonly WatchWorkOrdersResponse? _message;
    private readonly IReadOnlyList<EncodedItem> _items = [];
    private readonly byte[] _head = [];

    private Frame(WatchWorkOrdersResponse message)
    {
        _message = message;
        Length = message.CalculateSize();
    }

    private Frame(IReadOnlyList<EncodedItem> items)
    {
        _items = items;
        var length = items.Sum(i => i.Field.Length);
        _head = new byte[CodedOutputStream.ComputeTagSize(WatchWorkOrdersResponse.EventsFieldNumber) + CodedOutputStream.ComputeLengthSize(length)];
        using var output = new CodedOutputStream(_head);
        output.WriteTag(WatchWorkOrdersResponse.EventsFieldNumber, WireFormat.WireType.LengthDelimited);
        output.WriteLength(length);
        output.CheckNoSpaceLeft();
        Length = _head.Length + length;
    }

    /// <summary>In bytes, on a gRPC stream.</summary>
    public int Length { get; }

    /// <summary>Whether it tells anything of orders, and is no mere sign of life.</summary>
    public bool HasItems => _items.Count > 0;

    public static Frame Of(WatchWorkOrdersResponse message) => new(message);
    public static Frame OfItems(IReadOnlyList<EncodedItem> items) => new(items);

    public void WriteTo(IBufferWriter<byte> output)
    {
        if (_message is not null)
        {
            _message.WriteTo(output);
            return;
        }
        output.Write(_head);
        foreach (var item in _items) output.Write(item.Field);
    }

    public void WriteTo(Utf8JsonWriter output)
    {
        if (_message is not null)
        {
            output.WriteRawValue(JsonFormatter.Default.Format(_message), skipInputValidation: true);
            return;
        }
        output.WriteStartObject();
        output.WriteStartObject("events"u8);
        output.WriteStartArray("items"u8);
        foreach (var item in _items) output.WriteRawValue(item.Json, skipInputValidation: true);
        output.WriteEndArray();
        output.WriteEndObject();
        output.WriteEndObject();
    }

    /// <summary>What a client makes of it.</summary>
    public WatchWorkOrdersResponse Read()
    {
        var buffer = new ArrayBufferWriter<byte>(Math.Max(Length, 1));
        WriteTo(buffer);
        return WatchWorkOrdersResponse.Parser.ParseFrom(buffer.WrittenSpan);
    }

    /// <summary>Writes a frame as the message that the contract says it is; generated clients see no difference.</summary>
    public static Marshaller<Frame> Marshaller { get; } = new(
        (frame, context) =>
        {
            context.SetPayloadLength(frame.Length);
            frame.WriteTo(context.GetBufferWriter());
            context.Complete();
        },
        context => Of(WatchWorkOrdersResponse.Parser.ParseFrom(context.PayloadAsReadOnlySequence())));
}

/// <summary>The hub's form of a frame: proto3 JSON, with items that were formatted once for all streams.</summary>
internal sealed class FrameJson : JsonConverter<Frame>
{
    public override void Write(Utf8JsonWriter writer, Frame value, JsonSerializerOptions options) => value.WriteTo(writer);

    public override Frame Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Frames only go out.");
}
