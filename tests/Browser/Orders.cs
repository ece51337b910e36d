using WorkOrders.Testing;
using WorkOrders.V1;

namespace WorkOrders.Browser.Tests;

/// <summary>What people and systems do with orders while somebody looks at a page: over gRPC, as they would.</summary>
internal sealed class Orders(Callers callers)
{
    private WorkOrderService.WorkOrderServiceClient Contractor => new(callers.As("testfirma"));
    private WorkOrderService.WorkOrderServiceClient Orderer => new(callers.As("elsa"));

    private static string NewId => Guid.NewGuid().ToString();

    public async Task AcceptAsync(long number) =>
        await Contractor.AcceptWorkOrderAsync(new() { Number = number, RequestId = NewId });

    public async Task CompleteAsync(long number, string action) =>
        await Contractor.CompleteWorkOrderAsync(new() { Number = number, RequestId = NewId, ActionPerformed = action });

    public async Task DeclineAsync(long number, string reason) =>
        await Contractor.DeclineWorkOrderAsync(new() { Number = number, RequestId = NewId, Reason = reason });

    public async Task NoteAsync(long number, string text) =>
        await Contractor.AddNoteAsync(new() { Number = number, RequestId = NewId, Text = text });

    public async Task AskAsync(long number, string text) =>
        await Contractor.AskQuestionAsync(new() { Number = number, RequestId = NewId, Text = text });

    public async Task AnswerAsync(long number, int question, string text) =>
        await Orderer.AnswerQuestionAsync(new() { Number = number, RequestId = NewId, QuestionId = question, Text = text });
}
