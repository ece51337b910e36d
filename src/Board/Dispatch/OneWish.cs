using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace WorkOrders.Board.Dispatch;

/// <summary>
/// Gives a wish its request id: the same one for as long as it is the same wish and has no answer, so that whoever presses
/// again because no answer came does nothing twice.
/// </summary>
internal sealed class OneWish<T> where T : class, IMessage<T>, IDeepCloneable<T>, new()
{
    private static readonly FieldDescriptor Id = new T().Descriptor.FindFieldByName("request_id");

    /// <summary>What was sent and has no answer yet.</summary>
    public T? Waiting { get; private set; }

    /// <summary>The wish as it is to be sent.</summary>
    public T Of(T wish)
    {
        var known = Waiting is null ? null : (string)Id.Accessor.GetValue(Waiting);
        var sent = With(wish, known ?? $"{Guid.NewGuid()}");
        return Waiting = sent.Equals(Waiting) ? Waiting : With(wish, $"{Guid.NewGuid()}");
    }

    /// <summary>It was done, or refused for good: the next one is another.</summary>
    public void Answered() => Waiting = null;

    /// <summary>Goes on with one that was kept.</summary>
    public void Resume(T sent) => Waiting = sent;

    private static T With(T wish, string id)
    {
        var sent = wish.Clone();
        Id.Accessor.SetValue(sent, id);
        return sent;
    }
}
