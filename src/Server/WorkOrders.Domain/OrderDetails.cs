namespace WorkOrders.Domain;

/// <summary>What is known of an order from the start, without anything of the tenant's.</summary>
public sealed record OrderDetails
{
    public const string DefaultClass = "Serviceanmälan";

    public string OrderClass { get; init; } = DefaultClass;
    public required WorkOrderType Type { get; init; }
    public required PropertyObject PropertyObject { get; init; }
    public required Subject Subject { get; init; }
    public DateOnly? WishedFor { get; init; }
    public Priority Priority { get; init; }
}

/// <summary>Objekt: the flat or premises.</summary>
public sealed record PropertyObject
{
    public required string Number { get; init; }
    public string Kind { get; init; } = "";
    public int Floor { get; init; }
    public int Floors { get; init; }
    public bool HasLift { get; init; }
    public required Address Address { get; init; }
    public string AdminArea { get; init; } = "";
    public string FaultArea { get; init; } = "";
    public string SearchArea { get; init; } = "";
    public string District { get; init; } = "";
}

public sealed record Address(string Street, string PostalCode = "", string Town = "");

/// <summary>Avser: usually a unit in a space of the object.</summary>
public sealed record Subject
{
    public string Space { get; init; } = "";
    public string SpaceCode { get; init; } = "";
    public string Unit { get; init; } = "";
    public string Properties { get; init; } = "";
    public string SerialNumber { get; init; } = "";
    public DateOnly? InstalledOn { get; init; }
    public DateOnly? MaintainedOn { get; init; }
    public string Phrase { get; init; } = "";
    public string Description { get; init; } = "";
    public string UnitNote { get; init; } = "";
}

/// <summary>Beställare. <see cref="Account"/> is the Konto that is shown, <see cref="AccountId"/> the sign-in behind it.</summary>
public sealed record Orderer
{
    public required string AccountId { get; init; }
    public required string Name { get; init; }
    public string Account { get; init; } = "";
    public string MobilePhone { get; init; } = "";
    public string Email { get; init; } = "";
}
