using WorkOrders.Domain;
using static WorkOrders.Domain.WorkOrderType;

namespace WorkOrders.Server.Demonstration;

/// <summary>A piece of work: what is wrong where, what its contractor may ask, and what is done in the end.</summary>
internal sealed record Job(
    string ClientId, WorkOrderType Type, string Space, string SpaceCode, string Unit, string Phrase, string Description,
    string Question, string Answer, string Action)
{
    public static IReadOnlyList<Job> All { get; } =
    [
        new("rorjouren", Fault, "Kök", "076506", "Diskbänk", "Blandare läcker", "Droppar hela tiden, pöl i skåpet",
            "Ska hela blandaren bytas?", "Ja, den är gammal", "Bytt blandare och packningar"),
        new("rorjouren", Fault, "Badrum", "076510", "Tvättställ", "Stopp i avlopp", "Rinner mycket långsamt",
            "Får vi spola stammen?", "Ja, gör det", "Rensat vattenlås och spolat"),
        new("rorjouren", Fault, "Badrum", "076510", "WC-stol", "Spolar ej", "Vattnet rinner hela natten",
            "Ska stolen bytas eller lagas?", "Laga om det går", "Bytt flottör och bottenventil"),
        new("rorjouren", Authority, "Källare", "076590", "Blandningsventil", "Varmvatten för kallt", "46 grader vid tappstället",
            "Kan vi stänga av på förmiddagen?", "Ja, avisera huset", "Justerat och mätt, 56 grader"),
        new("rorjouren", InspectionRound, "Källare", "076590", "Avstängningsventil", "Ventil kärvar", "Sedd vid rondering",
            "Ska alla tre bytas?", "Bara den som kärvar", "Bytt ventil"),
        new("elservice", Fault, "Hall", "076501", "Belysning", "Lampa tänds ej", "Även efter byte av lampa",
            "Får armaturen bytas?", "Ja, samma modell", "Bytt armatur"),
        new("elservice", Fault, "Kök", "076506", "Spisuttag", "Säkring löser ut", "Händer när ugnen är på",
            "Ska en ny grupp dras?", "Nej, byt uttaget", "Bytt spisuttag, mätt isolation"),
        new("elservice", Maintenance, "Trapphus", "076580", "Belysning", "Byte till LED", "Plan 1 till 3",
            "Även källaren?", "Ja, ta den också", "Bytt samtliga armaturer"),
        new("elservice", Authority, "Elcentral", "076591", "Jordfelsbrytare", "Anmärkning vid kontroll", "Löser inte ut vid prov",
            "Finns ritning över centralen?", "Den sitter i skåpet", "Bytt jordfelsbrytare"),
        new("vitvaror", Fault, "Kök", "076506", "Kyl/frys", "Kyler dåligt", "Maten blir dålig",
            "Ska den bytas mot en ny?", "Ja, samma bredd", "Bytt till ny kyl/frys"),
        new("vitvaror", Fault, "Kök", "076506", "Spis", "Platta värms ej", "Främre vänstra",
            "Lönar det sig att laga?", "Nej, byt spisen", "Bytt spis"),
        new("vitvaror", OptionalExtra, "Kök", "076506", "Diskmaskin", "Installation", "Tillval från hyresgäst",
            "Ska skåpet tas bort?", "Ja, ställ det i förrådet", "Installerat diskmaskin"),
        new("vitvaror", TenantMaintenance, "Kök", "076506", "Spis", "Byte av spis", "Val enligt HLU",
            "Vilken färg?", "Vit", "Bytt spis"),
        new("maleri", TenantMaintenance, "Vardagsrum", "076503", "Väggar", "Målning", "Kulör enligt HLU",
            "Ska taket målas också?", "Ja, vitt", "Målat väggar och tak"),
        new("maleri", TenantMaintenance, "Sovrum", "076504", "Väggar", "Tapetsering", "Tapet 4021 enligt HLU",
            "Tapeten är slut, går 4022 bra?", "Ja, hyresgästen har sett den", "Tapetserat om"),
        new("maleri", Maintenance, "Trapphus", "076580", "Väggar", "Klotter", "Entréplan, vänster sida",
            "Räcker det med en strykning?", "Två strykningar", "Målat två gånger"),
        new("snickeri", Fault, "Hall", "076501", "Lägenhetsdörr", "Dörr kärvar", "Går inte att låsa",
            "Ska karmen bytas?", "Nej, justera", "Justerat dörr och slutbleck"),
        new("snickeri", Fault, "Sovrum", "076504", "Fönster", "Trasigt glas", "Sprucken ruta mot gården",
            "Tvåglas eller treglas?", "Treglas", "Bytt glas"),
        new("snickeri", InspectionRound, "Tvättstuga", "076585", "Dörrstängare", "Stänger ej", "Sedd vid rondering",
            "Ska den bytas?", "Ja", "Bytt dörrstängare"),
        new("snickeri", OptionalExtra, "Hall", "076501", "Säkerhetsdörr", "Installation", "Tillval från hyresgäst",
            "Vilken kulör?", "Ek, som grannens", "Monterat säkerhetsdörr"),
        new("testfirma", Fault, "Badrum", "076510", "Duschblandare", "Blandare dåligt tryck", "Kommer lite vatten",
            "Ska blandaren bytas?", "Ja byt blandaren", "Bytt duschblandare"),
        new("testfirma", Maintenance, "Kök", "076506", "Ventilation", "Rensning", "Luktar från fläkten",
            "Ska filtret bytas?", "Ja", "Rensat kanal, bytt filter"),
        new("testfirma", Fault, "Kök", "076506", "Köksfläkt", "Fläkt bullrar", "Värst på högsta läget",
            "Ska motorn bytas?", "Byt hela kåpan", "Bytt köksfläkt"),
    ];
}
