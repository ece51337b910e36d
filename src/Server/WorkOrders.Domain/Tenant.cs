namespace WorkOrders.Domain;

/// <summary>Hyresgäst. Personal data: kept beside the order, in no event, shown as <see cref="Disclosure"/> allows.</summary>
public sealed record TenantContact
{
    public string Name { get; init; } = "";
    public TenantPhones Phones { get; init; } = new();
    public DateOnly? MovedInOn { get; init; }
}

/// <summary>The tenant's telephones, and which of them is starred: the one to use for this order.</summary>
public sealed record TenantPhones(string Home = "", string Work = "", string Mobile = "", PreferredPhone Preferred = PreferredPhone.None)
{
    public string? PreferredNumber => Preferred switch
    {
        PreferredPhone.Home => Home,
        PreferredPhone.Work => Work,
        PreferredPhone.Mobile => Mobile,
        _ => null,
    };

    /// <summary>Which fields differ: all that an event may tell of personal data.</summary>
    public TenantFields ChangedSince(TenantPhones before) =>
        (Home == before.Home ? 0 : TenantFields.HomePhone)
        | (Work == before.Work ? 0 : TenantFields.WorkPhone)
        | (Mobile == before.Mobile ? 0 : TenantFields.MobilePhone)
        | (Preferred == before.Preferred ? 0 : TenantFields.PreferredPhone);
}

public enum PreferredPhone { None, Home, Work, Mobile }

[Flags]
public enum TenantFields { None = 0, HomePhone = 1, WorkPhone = 2, MobilePhone = 4, PreferredPhone = 8 }

/// <summary>How to get into the object. Personal data, like <see cref="TenantContact"/>.</summary>
public sealed record Access(bool MayEnter = false, string KeyInformation = "", string Comment = "");
