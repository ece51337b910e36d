using WorkOrders.V1;

namespace WorkOrders.Board.Portal.Register;

/// <summary>Registrera arbetsorder as somebody fills it in. It has one request id for its life, so that it is registered once.</summary>
internal sealed class RegisterForm
{
    private readonly KnownObject _known;

    public RegisterForm() : this(Empty(), new())
    {
    }

    private RegisterForm(RegisterWorkOrderRequest wish, Address filled) => (Wish, _known) = (wish, new(filled));

    /// <summary>The request as it is typed. Object, address and subject are never absent.</summary>
    public RegisterWorkOrderRequest Wish { get; }

    public PropertyObject Object => Wish.PropertyObject;

    public Subject Subject => Wish.Subject;

    /// <inheritdoc cref="KnownObject.Fill"/>
    public bool Fill(PropertyObject? known) => _known.Fill(Object, known);

    /// <summary>What has been sent under this id is done: whatever is sent next is another order.</summary>
    public void IsAnother() => Wish.RequestId = NewId();

    /// <summary>As the contract has it: people write post codes with a space, <c>122 65</c>.</summary>
    public RegisterWorkOrderRequest ToRequest()
    {
        var request = Wish.Clone();
        request.PropertyObject.Address.PostalCode = string.Concat(Object.Address.PostalCode.Where(c => !char.IsWhiteSpace(c)));
        return request;
    }

    /// <summary>The form as a text that <see cref="Read"/> takes.</summary>
    public string Write() => $"{Encoded(Wish)} {Encoded(_known.Filled)}";

    /// <summary>The form as it was written; null if it wasn't, or by another version that wrote otherwise.</summary>
    public static RegisterForm? Read(string? draft)
    {
        if (draft?.Split(' ') is not [var wish, var filled])
            return null;
        try
        {
            var form = new RegisterForm(
                RegisterWorkOrderRequest.Parser.ParseFrom(Convert.FromBase64String(wish)), Address.Parser.ParseFrom(Convert.FromBase64String(filled)));
            return form is { Object.Address: not null, Subject: not null, Wish.RequestId.Length: > 0 } ? form : null;
        }
        catch (Exception e) when (e is FormatException or Google.Protobuf.InvalidProtocolBufferException)
        {
            return null;
        }
    }

    private static string Encoded(Google.Protobuf.IMessage message) => Convert.ToBase64String(Google.Protobuf.MessageExtensions.ToByteArray(message));

    private static string NewId() => Guid.NewGuid().ToString();

    private static RegisterWorkOrderRequest Empty() => new()
    {
        RequestId = NewId(),
        Type = WorkOrderType.Fault,
        PropertyObject = new() { Address = new() },
        Subject = new(),
    };
}
