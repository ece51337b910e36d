using static WorkOrders.Domain.Tests.People;

namespace WorkOrders.Domain.Tests;

/// <summary>The events as a test expects them: what happened, without who and when.</summary>
public abstract partial class OrderRules
{
    private static readonly Actor Nobody = new(ActorRole.WallBoard, "", "");

    protected static Event WorkOrderRegistered(Orderer? orderer, ContractorRef? foundBy = null) =>
        new WorkOrderRegistered(2375, Sink, orderer, foundBy, Nobody, default);
    protected static Event WorkOrderRegisteredAndPlaced(string bundle) =>
        new WorkOrderRegisteredAndPlaced(2375, Sink, ByElsa, Testfirma, Bundle(bundle), Nobody, default);
    protected static Event WorkOrderPlaced(ContractorRef with, string bundle) =>
        new WorkOrderPlaced(with, ByElsa, Bundle(bundle), Nobody, default);
    protected static Event WorkOrderReassigned(ContractorRef to, string bundle, string reason) =>
        new WorkOrderReassigned(to, Bundle(bundle), reason, Nobody, default);

    protected static Event WorkOrderAccepted() => new WorkOrderAccepted(Nobody, default);
    protected static Event WorkOrderDeclined(string reason) => new WorkOrderDeclined(reason, Nobody, default);
    protected static Event WorkOrderCompleted(string action) => new WorkOrderCompleted(action, Nobody, default);
    protected static Event WorkOrderReopened(string reason) => new WorkOrderReopened(reason, Nobody, default);
    protected static Event WorkOrderInvoiced() => new WorkOrderInvoiced(Nobody, default);
    protected static Event WorkOrderCancelled(string reason) => new WorkOrderCancelled(reason, Nobody, default);

    protected static Event NoteAdded(StandardPhrase? phrase, string text = "") => new NoteAdded(phrase, text, Nobody, default);
    protected static Event QuestionAsked(string text, int question = 1) => new QuestionAsked(question, text, Nobody, default);
    protected static Event QuestionAnswered(string text, int question = 1) => new QuestionAnswered(question, text, Nobody, default);
    protected static Event MessageSent(string text) => new MessageSent(text, Nobody, default);

    protected static Event WorkOrderUpdated(OrderChanges changes) => new WorkOrderUpdated(changes, Nobody, default);
    protected static Event TenantContactUpdated(TenantFields changed) => new TenantContactUpdated(changed, Nobody, default);

    protected static Event PriorityChanged(Priority priority) => new PriorityChanged(priority, Nobody, default);
    protected static Event TenantContacted(string text) => new TenantContacted(text, Nobody, default);
    protected static Event WorkOrderPaused(PauseReason reason, string text) => new WorkOrderPaused(reason, text, Nobody, default);
    protected static Event WorkOrderResumed(PauseReason reason, string text) => new WorkOrderResumed(reason, text, Nobody, default);
    protected static Event VisitFailed(DateTimeOffset at, VisitNotice notice, string text) => new VisitFailed(at, notice, text, Nobody, default);

    protected static Event WorkOrderBundled(string bundle) => new WorkOrderBundled(Bundle(bundle), Nobody, default);
    protected static Event WorkOrderUnbundled(string bundle) => new WorkOrderUnbundled(Bundle(bundle), Nobody, default);
}
