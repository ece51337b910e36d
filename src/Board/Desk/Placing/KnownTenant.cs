using WorkOrders.V1;

namespace WorkOrders.Board.Desk.Placing;

/// <summary>
/// What is known of an object's tenant from an earlier order on it, filled into the form. What somebody has typed stays; what
/// was filled in for another object goes.
/// </summary>
internal sealed class KnownTenant(Tenant filled, Access filledAccess)
{
    /// <summary>What stands in the tenant's fields because it was known.</summary>
    public Tenant Filled { get; } = filled;

    /// <summary>What stands in the fields of access because it was known.</summary>
    public Access FilledAccess { get; } = filledAccess;

    public void Fill(RegisterWorkOrderRequest form, WorkOrder? known)
    {
        var (tenant, from) = (form.Tenant, known?.Tenant ?? new());
        (tenant.Name, Filled.Name) = Choose(tenant.Name, Filled.Name, from.Name);
        (tenant.HomePhone, Filled.HomePhone) = Choose(tenant.HomePhone, Filled.HomePhone, from.HomePhone);
        (tenant.WorkPhone, Filled.WorkPhone) = Choose(tenant.WorkPhone, Filled.WorkPhone, from.WorkPhone);
        (tenant.MobilePhone, Filled.MobilePhone) = Choose(tenant.MobilePhone, Filled.MobilePhone, from.MobilePhone);
        if (tenant.PreferredPhone == Filled.PreferredPhone)
            tenant.PreferredPhone = Filled.PreferredPhone = from.PreferredPhone;
        // has no field of its own: it is what is known of the tenant, or nothing
        tenant.MovedInOn = from.MovedInOn;

        var (access, into) = (form.Access, known?.Access ?? new());
        (access.KeyInformation, FilledAccess.KeyInformation) = Choose(access.KeyInformation, FilledAccess.KeyInformation, into.KeyInformation);
        (access.Comment, FilledAccess.Comment) = Choose(access.Comment, FilledAccess.Comment, into.Comment);
        if (access.MayEnter == FilledAccess.MayEnter)
            access.MayEnter = FilledAccess.MayEnter = into.MayEnter;
    }

    private static (string Stands, string Filled) Choose(string stands, string filled, string known) =>
        stands.Length == 0 || stands == filled ? (known, known) : (stands, "");
}
