using WorkOrders.Testing;
using WorkOrders.V1;

namespace WorkOrders.Browser.Tests;

/// <summary>What people and systems do with orders while somebody looks at a page: over gRPC, as they would.</summary>
internal sealed class Orders(Callers callers)
{
    private WorkOrderService.WorkOrderServiceClient Contractor => new(callers.As("testfirma"));
    private WorkOrderService.WorkOrderServiceClient Orderer => new(callers.As("elsa"));

    private WorkOrderService.WorkOrderServiceClient Dispatcher => new(callers.As("dispatch"));

    private static string NewId => Guid.NewGuid().ToString();

    /// <summary>What may stand on no wall.</summary>
    public const string Secret = "ORD-SOM-INGEN-FÅR-SE";

    /// <summary>An order with the secret in everything that is a tenant's, or that somebody types, and a street that everybody may see.</summary>
    public async Task<long> PlaceWithSecretsAsync() => (await Orderer.RegisterWorkOrderAsync(new()
    {
        RequestId = NewId,
        Type = WorkOrderType.Fault,
        PropertyObject = new() { Number = "64010799", Address = new() { Street = "HEMLIG-GATA 1" }, District = "Farsta SDF" },
        Tenant = new() { Name = Secret, HomePhone = "0799999999", MobilePhone = "0799999999" },
        Access = new() { KeyInformation = Secret, Comment = Secret },
        Subject = new() { Phrase = "Blandare dåligt tryck", Description = Secret, UnitNote = Secret, Properties = Secret, SerialNumber = Secret },
        PlaceWithContractorId = "1999/99999",
    })).WorkOrder.Number;

    public async Task AcceptAsync(long number) =>
        await Contractor.AcceptWorkOrderAsync(new() { Number = number, RequestId = NewId });

    public async Task CompleteAsync(long number, string action) =>
        await Contractor.CompleteWorkOrderAsync(new() { Number = number, RequestId = NewId, ActionPerformed = action });

    public async Task ReopenAsync(long number, string reason) =>
        await Orderer.ReopenWorkOrderAsync(new() { Number = number, RequestId = NewId, Reason = reason });

    public async Task DeclineAsync(long number, string reason) =>
        await Contractor.DeclineWorkOrderAsync(new() { Number = number, RequestId = NewId, Reason = reason });

    public async Task NoteAsync(long number, string text) =>
        await Contractor.AddNoteAsync(new() { Number = number, RequestId = NewId, Text = text });

    public async Task NotePhraseAsync(long number, string phrase) =>
        await Contractor.AddNoteAsync(new() { Number = number, RequestId = NewId, Phrase = phrase });

    /// <summary>The orderer edits it: only the fields that <paramref name="paths"/> name.</summary>
    public async Task UpdateAsync(long number, WorkOrderChanges changes, params string[] paths) =>
        await Orderer.UpdateWorkOrderAsync(new() { Number = number, RequestId = NewId, Changes = changes, UpdateMask = new() { Paths = { paths } } });

    public async Task UpdateTenantAsync(long number, string home, string mobile, PreferredPhone preferred) => await Orderer.UpdateTenantContactAsync(
        new() { Number = number, RequestId = NewId, HomePhone = home, MobilePhone = mobile, PreferredPhone = preferred });

    public async Task ReassignAsync(long number, string contractor) =>
        await Dispatcher.ReassignWorkOrderAsync(new() { Number = number, RequestId = NewId, ContractorId = contractor, Reason = "Annan utförare" });

    /// <summary>As the orderer sees it.</summary>
    public async Task<WorkOrder> GetAsync(long number) => (await Orderer.GetWorkOrderAsync(new() { Number = number })).WorkOrder;

    public async Task PauseAsync(long number, string text) =>
        await Contractor.PauseWorkOrderAsync(new() { Number = number, RequestId = NewId, Reason = PauseReason.TenantUnreachable, Text = text });

    /// <summary>Just now.</summary>
    public async Task VisitInVainAsync(long number, string text) => await Contractor.RecordFailedVisitAsync(new()
    {
        Number = number, RequestId = NewId, Notice = VisitNotice.None, Text = text,
        AttemptedAt = (await Orderer.GetWorkOrderAsync(new() { Number = number })).WorkOrder.OrderedAt,
    });

    public async Task AskAsync(long number, string text) =>
        await Contractor.AskQuestionAsync(new() { Number = number, RequestId = NewId, Text = text });

    public async Task AnswerAsync(long number, int question, string text) =>
        await Orderer.AnswerQuestionAsync(new() { Number = number, RequestId = NewId, QuestionId = question, Text = text });
}
