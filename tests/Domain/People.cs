namespace WorkOrders.Domain.Tests;

/// <summary>Who and what the tests speak of: the guide's own people and object.</summary>
internal static class People
{
    public static readonly ContractorRef Testfirma = new("1999/99999", "Testfirma AB");
    public static readonly ContractorRef Rival = new("2001/00017", "Rörmokarna i Farsta");

    public static readonly Actor Contractor = new(ActorRole.Contractor, "testfirma", "Testfirma AB", Testfirma);
    public static readonly Actor OtherContractor = new(ActorRole.Contractor, "rival", "Rörmokarna i Farsta", Rival);
    public static readonly Actor Elsa = new(ActorRole.Orderer, "elsa", "Elsa Österberg");
    public static readonly Actor Dispatcher = new(ActorRole.Dispatcher, "driften", "Driftcentralen");
    public static readonly Actor InvoiceSystem = new(ActorRole.InvoiceSystem, "faktura", "Fakturasystemet");
    public static readonly Actor WallBoard = new(ActorRole.WallBoard, "tavlan", "Tavlan");

    public static readonly Orderer ByElsa = new() { AccountId = "elsa", Name = "Elsa Österberg" };

    public static readonly TenantContact Tenant = new()
    {
        Name = "Test Testsson",
        Phones = new("0799999999", "", "0788888888", PreferredPhone.Home),
        MovedInOn = new(2009, 8, 27),
    };

    public static readonly Access Key = new(MayEnter: false, "Tub 3", "testar");

    public static readonly OrderDetails Sink = new()
    {
        Type = WorkOrderType.Fault,
        PropertyObject = new()
        {
            Number = "64010765", Kind = "3 rum och kök", Floors = 2, Address = new("Torögatan 51", "12265", "Enskede"),
        },
        Subject = new()
        {
            Space = "Kök", SpaceCode = "076506", Unit = "Diskbänk", InstalledOn = new(2010, 9, 16),
            Phrase = "Blandare dåligt tryck", Description = "Kommer inget vatten",
        },
    };

    /// <summary>16:06:57 in Stockholm on the day of the guide's example.</summary>
    public static readonly DateTimeOffset Now = new(2019, 8, 19, 14, 6, 57, TimeSpan.Zero);

    public static readonly StandardPhrase Booked = StandardPhrases.Seed.Single(p => p.Text == "Tid är bokad med kund");
}
