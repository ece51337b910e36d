using Google.Protobuf;
using Grpc.Core;

namespace WorkOrders.Server.Endpoints;

/// <summary>Messages on the wire as generated services have them, for those that are bound by hand.</summary>
internal static class Marshallers
{
    public static Marshaller<T> Of<T>(MessageParser<T> parser) where T : IMessage<T> => new(
        (message, context) =>
        {
            context.SetPayloadLength(message.CalculateSize());
            message.WriteTo(context.GetBufferWriter());
            context.Complete();
        },
        context => parser.ParseFrom(context.PayloadAsReadOnlySequence()));
}
