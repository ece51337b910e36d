using System.Globalization;
using WorkOrders.Domain;

namespace WorkOrders.Server.Demonstration;

/// <summary>
/// A flat and who lives there. Nobody does: the streets are of Söderort, but their numbers do not go so far; the names
/// are invented; the telephone numbers are those that the regulator keeps free for fiction.
/// </summary>
internal sealed record Home(PropertyObject Object, TenantContact Tenant, Access Access)
{
    private static readonly (
        string Street, string PostalCode, string Town, string FaultArea, string SearchArea, string District)[] Streets =
    [
        ("Bordsvägen", "12265", "Enskede", "Bordsvägen", "Tallkrogen", "Farsta SDF"),
        ("Stolsvägen", "12265", "Enskede", "Bordsvägen", "Tallkrogen", "Farsta SDF"),
        ("Skåpvägen", "12265", "Enskede", "Bordsvägen", "Tallkrogen", "Farsta SDF"),
        ("Torögatan", "12265", "Enskede", "Bordsvägen", "Tallkrogen", "Farsta SDF"),
        ("Lingvägen", "12359", "Farsta", "Lingvägen", "Hökarängen", "Farsta SDF"),
        ("Tobaksvägen", "12357", "Farsta", "Lingvägen", "Hökarängen", "Farsta SDF"),
        ("Perstorpsvägen", "12230", "Enskede", "Gubbängen", "Gubbängen", "Farsta SDF"),
        ("Olivvägen", "12242", "Enskede", "Gubbängen", "Gubbängen", "Farsta SDF"),
        ("Ekerövägen", "12346", "Farsta", "Farsta centrum", "Farsta", "Farsta SDF"),
        ("Åkerögatan", "12051", "Årsta", "Årsta torg", "Årsta", "Enskede-Årsta-Vantör SDF"),
        ("Skagersvägen", "12038", "Årsta", "Årsta torg", "Årsta", "Enskede-Årsta-Vantör SDF"),
        ("Bandhagsvägen", "12432", "Bandhagen", "Bandhagen", "Bandhagen", "Enskede-Årsta-Vantör SDF"),
    ];

    private static readonly string[] FirstNames =
    [
        "Tuvalie", "Sixtorn", "Majvin", "Ebbalill", "Otteman", "Signora", "Wilmut", "Astrella", "Hjalvin", "Bodilla", "Ragnvi", "Torfrid",
    ];

    private static readonly string[] LastNames =
    [
        "Provberg", "Exempelsson", "Testqvist", "Mallström", "Övningsdotter", "Skissholm", "Påhittsson", "Utkastlund", "Låtsasström", "Ätterman",
    ];

    private static readonly string[] Comments =
        ["", "", "", "Ring först", "Hund i lägenheten", "Portkod finns hos fastighetsskötaren", "Hemma efter 16"];

    public static Home Of(int index, Random random)
    {
        var (street, postalCode, town, faultArea, searchArea, district) = random.Of(Streets);
        var floors = random.Between(2, 7);
        var mayEnter = random.Chance(55);
        return new(
            new()
            {
                Number = (64_020_000 + index).ToString(CultureInfo.InvariantCulture),
                Kind = $"{random.Between(1, 5)} rum och kök", Floor = random.Between(0, floors), Floors = floors, HasLift = floors > 4,
                Address = new($"{street} {random.Between(201, 299)}", postalCode, town),
                AdminArea = "2 (Fastighetsavdelningen)", FaultArea = faultArea, SearchArea = searchArea, District = district,
            },
            new()
            {
                Name = $"{random.Of(FirstNames)} {random.Of(LastNames)}",
                Phones = new(
                    Home: random.Chance(30) ? $"08-465004{random.Between(0, 99):00}" : "",
                    Mobile: $"070-17406{random.Between(5, 99):00}",
                    Preferred: PreferredPhone.Mobile),
                MovedInOn = new DateOnly(1995, 1, 1).AddDays(random.Between(0, 10_500)),
            },
            new(mayEnter, mayEnter ? "" : "Nyckel hos hyresgästen", random.Of(Comments)));
    }
}
