using static WorkOrders.Domain.Tests.People;

namespace WorkOrders.Domain.Tests;

public abstract partial class OrderRules
{
    protected static Register Register() => new(2375, Sink, ByElsa, Tenant, Key, Elsa, Now);
    protected static RegisterAndPlace RegisterAndPlace(long number = 2375) => new(number, Sink, ByElsa, Tenant, Key, Testfirma, Elsa, Now);
    protected static Place Place(ContractorRef? with = null) => new(with ?? Testfirma, ByElsa, Elsa, Now);
    protected static Reassign Reassign(ContractorRef? to = null, string? reason = "Hinner inte") =>
        new(to ?? Rival, reason, Dispatcher, Now);

    protected static Accept Accept() => new(Contractor, Now);
    protected static AcceptBundle AcceptBundle() => new(Contractor, Now);
    protected static Decline Decline(string reason = "Fel bransch") => new(reason, Contractor, Now);
    protected static Complete Complete(string action = "Bytt blandare") => new(action, Contractor, Now);

    protected static Reopen Reopen(string reason = "Droppar igen") => new(reason, Elsa, Now);
    protected static MarkInvoiced MarkInvoiced() => new(Dispatcher, Now);
    protected static Cancel Cancel(string reason = "Dubblett") => new(reason, Elsa, Now);
    protected static JoinBundle JoinBundle(string number = "64010765-20190819-1-1") => new(Bundle(number), Elsa, Now);
    protected static LeaveBundle LeaveBundle() => new(Elsa, Now);

    protected static AddNote Note(StandardPhrase? phrase = null, string text = "") => new(phrase, text, Contractor, Now);
    protected static IReadOnlyList<Photo> Photos(int count = 2) => [.. Enumerable.Range(1, count).Select(i => new Photo(new(i, 0, 0, new byte[8]), 400, 300))];
    protected static AskQuestion Ask(string text = "Ska blandaren bytas?") => new(text, Contractor, Now);
    protected static AnswerQuestion Answer(string text = "Ja byt blandaren", int question = 1) => new(question, text, Elsa, Now);
    protected static SendMessage Message(string text = "Är på plats 8:00") => new(text, Contractor, Now);

    protected static Update Update(OrderChanges changes) => new(changes, Contractor, Now);
    protected static UpdateTenantContact Call(TenantPhones phones) => new(phones, Contractor, Now);

    protected static SetPriority Prioritize(Priority priority = Priority.Urgent) => new(priority, Elsa, Now);
    protected static RecordTenantContact Contact(string text = "") => new(text, Contractor, Now);
    protected static PauseWork PauseFor(PauseReason reason = PauseReason.WaitingForParts, string text = "Packning beställd") => new(reason, text, Contractor, Now);
    protected static ResumeWork Resume(string text = "") => new(text, Contractor, Now);
    protected static RecordFailedVisit Visit(DateTimeOffset? at = null) => new(at ?? Now, VisitNotice.TextMessage, "Ingen öppnade", Contractor, Now);

    protected static Bundle Bundle(string number) => Domain.Bundle.Parse(number) ?? throw new ArgumentException(number);
}
