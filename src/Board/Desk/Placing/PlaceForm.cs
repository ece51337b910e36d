using Google.Protobuf;
using WorkOrders.Board.Portal.Register;
using WorkOrders.V1;

namespace WorkOrders.Board.Desk.Placing;

/// <summary>
/// An order as somebody fills it in to place it: what a registration has, the tenant, how to get in, and with whom. It has one
/// request id for its life, so that it is placed once.
/// </summary>
internal sealed class PlaceForm
{
    private readonly RegisterForm _register;
    private readonly KnownTenant _tenant;

    public PlaceForm() : this(new(), new(), new())
    {
    }

    private PlaceForm(RegisterForm register, Tenant filled, Access filledAccess)
    {
        (_register, _tenant) = (register, new(filled, filledAccess));
        Wish.Tenant ??= new();
        Wish.Access ??= new();
        if (Wish.Priority is Priority.Unspecified)
            Wish.Priority = Priority.Normal;
    }

    /// <summary>The request as it is typed. Object, address, subject, tenant and access are never absent.</summary>
    public RegisterWorkOrderRequest Wish => _register.Wish;

    /// <summary>Fills in what an earlier order on the object tells, or takes it out again. Whether it has told anything.</summary>
    public bool Fill(WorkOrder? known)
    {
        _tenant.Fill(Wish, known);
        return _register.Fill(known?.PropertyObject) || known?.Tenant is not null;
    }

    /// <inheritdoc cref="RegisterForm.IsAnother"/>
    public void IsAnother() => _register.IsAnother();

    /// <summary>As the contract has it: where nothing is typed of a tenant there is none.</summary>
    public RegisterWorkOrderRequest ToRequest()
    {
        var request = _register.ToRequest();
        if (request.Tenant.Equals(new Tenant()))
            request.Tenant = null;
        if (request.Access.Equals(new Access()))
            request.Access = null;
        return request;
    }

    /// <summary>The form as a text that <see cref="Read"/> takes.</summary>
    public string Write() => $"{_register.Write()} {Encoded(_tenant.Filled)} {Encoded(_tenant.FilledAccess)}";

    /// <summary>The form as it was written; null if it wasn't, or by another version that wrote otherwise.</summary>
    public static PlaceForm? Read(string? draft)
    {
        if (draft?.Split(' ') is not [var wish, var address, var tenant, var access] || RegisterForm.Read($"{wish} {address}") is not { } register)
            return null;
        try
        {
            return new(register, Tenant.Parser.ParseFrom(Convert.FromBase64String(tenant)), Access.Parser.ParseFrom(Convert.FromBase64String(access)));
        }
        catch (Exception e) when (e is FormatException or InvalidProtocolBufferException)
        {
            return null;
        }
    }

    private static string Encoded(IMessage message) => Convert.ToBase64String(message.ToByteArray());
}
