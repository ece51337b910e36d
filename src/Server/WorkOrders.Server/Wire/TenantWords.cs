using System.Globalization;
using WorkOrders.Domain;
using WorkOrders.V1;

namespace WorkOrders.Server.Wire;

/// <summary>What tenants read: plain words for people who have never heard of a work order.</summary>
internal static class TenantWords
{
    public static TenantText Of(Domain.TenantStatus status) => status switch
    {
        Domain.TenantStatus.Received => Text("Mottaget", "Received"),
        Domain.TenantStatus.Ordered => Text("Beställt", "Ordered"),
        Domain.TenantStatus.Accepted => Text("Entreprenör utsedd", "Contractor assigned"),
        Domain.TenantStatus.Done => Text("Klart", "Done"),
        Domain.TenantStatus.Cancelled => Text("Avbrutet", "Cancelled"),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Has no words."),
    };

    public static TenantText ExplanationOf(Domain.TenantStatus status) => status switch
    {
        Domain.TenantStatus.Received => Text(
            "Vi har tagit emot ärendet och utser en entreprenör.", "We have received this and are finding a contractor."),
        Domain.TenantStatus.Ordered => Text(
            "Vi har beställt arbetet och väntar på entreprenörens svar.", "We have ordered the work and await the contractor's answer."),
        Domain.TenantStatus.Accepted => Text(
            "En entreprenör har tagit uppdraget och hör av sig om något behövs.",
            "A contractor has taken the job and will contact you if anything is needed."),
        Domain.TenantStatus.Done => Text(
            "Arbetet är utfört. Hör av dig till oss om något inte är som det ska.",
            "The work is done. Contact us if anything is not as it should be."),
        Domain.TenantStatus.Cancelled => Text(
            "Arbetet kommer inte att utföras. Hör av dig till oss om du undrar varför.",
            "The work will not be carried out. Contact us if you wonder why."),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Has no words."),
    };

    public static TenantText Of(V1.WorkOrderType type) => type switch
    {
        V1.WorkOrderType.Fault => Text("Felanmälan", "Fault report"),
        V1.WorkOrderType.TenantMaintenance => Text("Underhåll som du har valt", "Maintenance of your choice"),
        V1.WorkOrderType.Authority => Text("Krav från en myndighet", "Required by an authority"),
        V1.WorkOrderType.InspectionRound => Text("Upptäckt vid en rondering", "Found on an inspection round"),
        V1.WorkOrderType.OptionalExtra => Text("Tillval", "Optional extra"),
        V1.WorkOrderType.Maintenance => Text("Planerat underhåll", "Planned maintenance"),
        _ => Text("Arbete", "Work"),
    };

    /// <summary>Null for what the status alone tells.</summary>
    public static TenantText? Of(TenantNews news) => !news.IsTold ? null : news.Kind switch
    {
        Domain.TenantNewsKind.Sought => Text("Vi utser en annan entreprenör.", "We are finding another contractor."),
        Domain.TenantNewsKind.Accepted => Text("En entreprenör har tagit uppdraget.", "A contractor has taken the job."),
        Domain.TenantNewsKind.HandedOver => Text(
            "Ärendet har gått till en annan entreprenör. Har du bokat en tid gäller den inte längre.",
            "This has gone to another contractor. If you have booked a time, it no longer applies."),
        Domain.TenantNewsKind.Planned => Text($"Arbetet är planerat till {Day(news)}.", $"The work is planned for {Day(news)}."),
        Domain.TenantNewsKind.PlanDropped => Text("Det planerade datumet gäller inte längre.", "The planned date no longer applies."),
        Domain.TenantNewsKind.Done => Text("Arbetet är utfört.", "The work is done."),
        Domain.TenantNewsKind.Reopened => Text("Arbetet tas upp igen.", "The work is taken up again."),
        Domain.TenantNewsKind.Cancelled => Text("Ärendet har avbrutits.", "This has been cancelled."),
        Domain.TenantNewsKind.Contacted => Text("Entreprenören har varit i kontakt med dig.", "The contractor has been in contact with you."),
        Domain.TenantNewsKind.VisitFailed => Text(
            "Entreprenören kom på besök men kunde inte utföra arbetet.", "The contractor came but could not do the work."),
        Domain.TenantNewsKind.Noted => Text(news.Phrase, EnglishPhrases.GetValueOrDefault(news.Phrase, news.Phrase)),
        _ => throw new ArgumentOutOfRangeException(nameof(news), news.Kind, "Has no words."),
    };

    /// <summary>Of the phrases that the catalogue is seeded with. The landlord's own are shown as they are.</summary>
    private static readonly Dictionary<string, string> EnglishPhrases = new()
    {
        ["Entreprenör är beställd"] = "A contractor has been ordered",
        ["Hyresgäst är kontaktad"] = "The tenant has been contacted",
        ["Material är beställt"] = "Material has been ordered",
        ["Tid är bokad med kund"] = "A time has been booked with the tenant",
        ["Väntar på reservdelar/material"] = "Waiting for spare parts or material",
        ["Extralås ej öppet, kunde inte gå in"] = "The extra lock was locked, could not enter",
        ["Har lämnat meddelande men inget svar"] = "Has left a message, without an answer",
        ["Husdjur lös i lägenheten, går inte in"] = "A pet is loose in the flat, will not enter",
    };

    private static string Day(TenantNews news) => news.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static TenantText Text(string swedish, string english) => new() { Swedish = swedish, English = english };
}
