using WorkOrders.Board.Portal.Lists;

namespace WorkOrders.Board.Portal;

/// <summary>Where one can go: the guide's menu, in its words.</summary>
/// <param name="Key">Its name in the texts; <c>….Short</c> is what fits into the bar of a phone.</param>
public sealed record Place(string Href, string Key)
{
    public const string Questions = "/questions";
    public const string Dispatch = "/dispatch";
    public const string Desk = "/desk";

    /// <summary>What a phone has at hand; the rest is in its menu.</summary>
    private static readonly Place[] Always =
    [
        new("/", "Portal.Home"), new("/orders?status=ordered", "Portal.NewOrders"), new("/orders?status=accepted", "Portal.OrdersInProgress"),
        new(Questions, "Portal.Questions"),
    ];

    private static readonly Place Register = new("/register", "Portal.Register"), Contact = new("/contact-details", "Portal.ContactDetails"),
        DispatchDesk = new(Dispatch, "Portal.Dispatch"), Figures = new("/figures", "Figures.Title");

    private static readonly Place MyDesk = new(Desk, "Portal.Desk"), PlaceOrder = new("/desk/place", "Portal.PlaceOrder");

    public static IEnumerable<Place> First => Always;

    /// <summary>What a phone has at hand: the landlord's people have their desk there, and the new orders in the menu.</summary>
    public static IEnumerable<Place> FirstOf(Me me) => me.IsLandlord ? [Always[0], MyDesk, .. Always[2..]] : Always;

    public static IEnumerable<Place> Rest(Me me) => me.IsContractor ? [Register, Contact]
        : me.IsDispatcher ? [DispatchDesk, PlaceOrder, Always[1], Figures, Contact]
        : me.IsLandlord ? [PlaceOrder, Always[1], Figures, Contact]
        : [Contact];

    /// <summary>Whether one is there, on whatever page of the list and however it is sorted.</summary>
    public bool IsAt(string uri, string baseUri)
    {
        var here = "/" + (uri.StartsWith(baseUri, StringComparison.Ordinal) ? uri[baseUri.Length..] : "").Split('#')[0];
        // all parts of the desk
        if (Href == Dispatch)
            return here.Split('?')[0] is var path && (path == Dispatch || path.StartsWith($"{Dispatch}/", StringComparison.Ordinal));
        return Href == here || (here.StartsWith(ListAddress.Path + "?", StringComparison.Ordinal)
            && Href == (ListAddress.Of(here).FromStart with { Sort = ListAddress.DefaultSort }).ToString());
    }
}
