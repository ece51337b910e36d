using WorkOrders.V1;

namespace WorkOrders.Board.Portal.Register;

/// <summary>
/// What is known of an object from an earlier order on it, filled into the form. What somebody has typed stays; what was
/// filled in for another object goes.
/// </summary>
internal sealed class KnownObject(Address filled)
{
    /// <summary>What stands in the address's fields because it was known.</summary>
    public Address Filled { get; } = filled;

    /// <summary>Fills in what is known, or takes it out again if nothing is. Whether it has put something into the address.</summary>
    public bool Fill(PropertyObject form, PropertyObject? known)
    {
        var address = form.Address;
        var from = known?.Address ?? new();
        (address.Street, Filled.Street) = Choose(address.Street, Filled.Street, from.Street);
        (address.PostalCode, Filled.PostalCode) = Choose(address.PostalCode, Filled.PostalCode, from.PostalCode);
        (address.Town, Filled.Town) = Choose(address.Town, Filled.Town, from.Town);

        // the rest has no fields: it is what is known, or nothing
        var rest = known ?? new();
        (form.Kind, form.Floor, form.Floors, form.HasLift) = (rest.Kind, rest.Floor, rest.Floors, rest.HasLift);
        (form.AdminArea, form.FaultArea, form.SearchArea, form.District) = (rest.AdminArea, rest.FaultArea, rest.SearchArea, rest.District);
        return (Filled.Street + Filled.PostalCode + Filled.Town).Length > 0;
    }

    private static (string Stands, string Filled) Choose(string stands, string filled, string known) =>
        stands.Length == 0 || stands == filled ? (known, known) : (stands, "");
}
