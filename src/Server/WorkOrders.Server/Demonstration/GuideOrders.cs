using WorkOrders.Domain;
using WorkOrders.Server.Wire;

namespace WorkOrders.Server.Demonstration;

/// <summary>The guide's own orders, just placed: 2375, 2376, and 2377, which stands alone in a group of the bundle.</summary>
internal static class GuideOrders
{
    public const long First = 2375;

    /// <summary>A few minutes before <paramref name="now"/>, and all on one Swedish day, or they would share no bundle.</summary>
    public static IEnumerable<Submission> PlacedBefore(DateTimeOffset now)
    {
        var at = now.AddMinutes(-3);
        var pace = TimeSpan.FromSeconds(40);
        if (SwedishTime.DateOf(at) != SwedishTime.DateOf(now))
            (at, pace) = (now, TimeSpan.Zero);
        yield return Order(First, "Blandare dåligt tryck", at);
        yield return Order(First + 1, "Blandare dåligt tryck", at + pace);
        yield return Order(First + 2, "Blandare läcker", at + (2 * pace));
        yield return new Group([First + 2], Cast.Elsa, at + (3 * pace));
    }

    private static NewOrder Order(long number, string phrase, DateTimeOffset at) => new(new RegisterAndPlace(
        number,
        new OrderDetails
        {
            Type = WorkOrderType.Fault,
            PropertyObject = new()
            {
                Number = "64010765", Kind = "3 rum och kök", Floor = 0, Floors = 2, HasLift = false,
                Address = new("Torögatan 51", "12265", "Enskede"),
                AdminArea = "2 (Fastighetsavdelningen)", FaultArea = "Bordsvägen", SearchArea = "Tallkrogen", District = "Farsta SDF",
            },
            Subject = new()
            {
                Space = "Kök", SpaceCode = "076506", Unit = "Diskbänk",
                InstalledOn = new(2010, 9, 16), MaintainedOn = new(2010, 9, 16),
                Phrase = phrase, Description = "Kommer inget vatten",
            },
        },
        Cast.ElsaAsOrderer,
        new TenantContact
        {
            Name = "Test Testsson",
            Phones = new("0799999999", "", "0788888888", PreferredPhone.Home),
            MovedInOn = new(2009, 8, 27),
        },
        new Access(MayEnter: false, Comment: "testar"),
        Cast.Firm(Cast.Testfirma), Cast.Elsa, at));
}
