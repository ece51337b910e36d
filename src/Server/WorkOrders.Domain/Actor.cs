namespace WorkOrders.Domain;

/// <summary>The part somebody plays.</summary>
public enum ActorRole { Contractor, Orderer, Dispatcher, WallBoard, InvoiceSystem, TenantPortal }

/// <summary>Who gives a command, or did something. Only a contractor's staff and systems have a <see cref="Contractor"/>.</summary>
public sealed record Actor(ActorRole Role, string AccountId, string Name, ContractorRef? Contractor = null)
{
    public bool IsLandlord => Role is ActorRole.Orderer or ActorRole.Dispatcher or ActorRole.InvoiceSystem;

    public bool Is(ContractorRef? contractor) => Is(contractor?.Id);

    public bool Is(string? contractorId) => Role is ActorRole.Contractor && Contractor is { } own && own.Id == contractorId;

    /// <summary>The landlord sees every order, a contractor those that are its own now, a wall board none (only cards).</summary>
    public bool Sees(WorkOrder order) => IsLandlord || Is(order.VisibleTo);
}

/// <summary>Which contractor: the user name in the form <c>1999/99999</c> (contract year and number), and the company's name.</summary>
public sealed record ContractorRef(string Id, string Name);
