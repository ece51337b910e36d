using static WorkOrders.V1.WorkOrderType;

namespace WorkOrders.Cli.Demo;

/// <summary>The day's work, as data.</summary>
internal static class Trades
{
    public static readonly Trade[] All =
    [
        new(Cast.Plumber,
            new(Fault, "Kök", "Diskbänk", "Blandare läcker", "Droppar hela tiden", "Ska hela blandaren bytas?", "Ja, den är gammal", "Bytt blandare"),
            new(Fault, "Badrum", "Tvättställ", "Stopp i avlopp", "Rinner mycket långsamt", "Får vi spola stammen?", "Ja, gör det", "Rensat vattenlås och spolat"),
            new(Fault, "Badrum", "WC-stol", "Spolar ej", "", "Ska stolen bytas eller lagas?", "Laga om det går", "Bytt flottör"),
            new(InspectionRound, "Källare", "Avstängningsventil", "Ventil kärvar", "Sedd vid rondering", "Kan vattnet stängas av på förmiddagen?", "Ja, avisera huset", "Bytt ventil")),
        new(Cast.Electrician,
            new(Fault, "Hall", "Belysning", "Lampa tänds ej", "Även efter byte av lampa", "Får armaturen bytas?", "Ja, samma modell", "Bytt armatur"),
            new(Fault, "Kök", "Spisuttag", "Säkring löser ut", "Händer när ugnen är på", "Ska en ny grupp dras?", "Nej, byt uttaget", "Bytt spisuttag, mätt isolation"),
            new(Maintenance, "Trapphus", "Belysning", "Byte till LED", "Plan 1 till 3", "Även källaren?", "Ja, ta den också", "Bytt samtliga armaturer")),
        new(Cast.Appliances,
            new(Fault, "Kök", "Kyl/frys", "Kyler dåligt", "Maten blir dålig", "Ska den bytas mot en ny?", "Ja, samma bredd", "Bytt till ny kyl/frys"),
            new(OptionalExtra, "Kök", "Diskmaskin", "Installation", "Tillval från hyresgäst", "Ska skåpet tas bort?", "Ja, lämna det i källaren", "Installerat diskmaskin"),
            new(TenantMaintenance, "Kök", "Spis", "Byte av spis", "Val enligt HLU", "Vilken färg?", "Vit", "Bytt spis")),
        new(Cast.Painter,
            new(TenantMaintenance, "Vardagsrum", "Väggar", "Målning", "Kulör enligt HLU", "Ska taket målas också?", "Ja, vitt", "Målat väggar och tak"),
            new(Maintenance, "Trapphus", "Väggar", "Målning", "Klotter", "Räcker det med en strykning?", "Två strykningar", "Målat två gånger")),
        new(Cast.Joiner,
            new(Fault, "Hall", "Lägenhetsdörr", "Dörr kärvar", "Går inte att låsa", "Ska karmen bytas?", "Nej, justera", "Justerat dörr och slutbleck"),
            new(Fault, "Sovrum", "Fönster", "Trasigt glas", "Sprucken ruta", "Tvåglas eller treglas?", "Treglas", "Bytt glas"),
            new(InspectionRound, "Tvättstuga", "Dörrstängare", "Stänger ej", "Sedd vid rondering", "Ska den bytas?", "Ja", "Bytt dörrstängare")),
        new(Cast.Testfirma,
            new(Fault, "Badrum", "Duschblandare", "Blandare dåligt tryck", "Kommer lite vatten", "Ska blandaren bytas?", "Ja byt blandaren", "Bytt duschblandare"),
            new(Maintenance, "Kök", "Ventilation", "Rensning", "Luktar", "Ska filtret bytas?", "Ja", "Rensat kanal, bytt filter")),
    ];

    public static readonly string[] Phrases =
        ["Hyresgäst är kontaktad", "Material är beställt", "Tid är bokad med kund", "Väntar på reservdelar/material", "Har lämnat meddelande men inget svar"];

    public static readonly string[] Streets =
        ["Lingvägen", "Olivvägen", "Tobaksvägen", "Perstorpsvägen", "Ekerövägen", "Bordsvägen", "Stolsvägen", "Skåpvägen", "Torögatan", "Nynäsvägen"];

    /// <summary>First and last names that together are nobody's.</summary>
    public static readonly (string[] First, string[] Last) Names =
        (["Tuvalie", "Sixtorn", "Majvin", "Ebbalill", "Otteman", "Signora", "Wilmut", "Astrella"], ["Provberg", "Exempelsson", "Testqvist", "Mallström", "Övningsdotter", "Skissholm"]);
}
