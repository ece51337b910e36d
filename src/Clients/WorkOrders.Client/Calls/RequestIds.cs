using Google.Protobuf;

namespace WorkOrders.Client;

/// <summary>Gives a wish its identity, once, before the first attempt.</summary>
internal static class RequestIds
{
    /// <summary>A copy with a request id where one was missing: the caller may send the same object again as another wish.</summary>
    public static TRequest FillIn<TRequest>(TRequest request)
        where TRequest : class
    {
        if (request is not (IMessage message and IDeepCloneable<TRequest> original)
            || message.Descriptor.FindFieldByName("request_id") is not { } field
            || field.Accessor.GetValue(message) is not "")
            return request;

        var copy = original.Clone();
        field.Accessor.SetValue((IMessage)copy, Guid.CreateVersion7().ToString());
        return copy;
    }
}
