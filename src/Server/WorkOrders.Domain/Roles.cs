namespace WorkOrders.Domain;

/// <summary>Who may give which command at all. Checked before anything is said about an order.</summary>
public static class Roles
{
    public static bool May(Actor actor, CommandKind command) =>
        // a contractor's account without a contractor is a mistake in the accounts; it may nothing
        (actor.Role is not ActorRole.Contractor || actor.Contractor is not null) && Entitled(command).Contains(actor.Role);

    private static IReadOnlyList<ActorRole> Entitled(CommandKind command) => command switch
    {
        CommandKind.Register or CommandKind.AddNote or CommandKind.Update or CommandKind.UpdateTenantContact => Everybody,
        CommandKind.PauseWork or CommandKind.ResumeWork => Everybody,
        CommandKind.RegisterAndPlace or CommandKind.Place or CommandKind.Reopen or CommandKind.Cancel => Landlord,
        CommandKind.AnswerQuestion or CommandKind.JoinBundle or CommandKind.LeaveBundle => Landlord,
        CommandKind.SetPriority => Landlord,
        CommandKind.Reassign => [ActorRole.Dispatcher],
        CommandKind.MarkInvoiced => [ActorRole.Dispatcher, ActorRole.InvoiceSystem],
        CommandKind.Accept or CommandKind.AcceptBundle or CommandKind.Decline or CommandKind.Complete => [ActorRole.Contractor],
        CommandKind.AskQuestion or CommandKind.SendMessage => [ActorRole.Contractor],
        CommandKind.RecordTenantContact or CommandKind.RecordFailedVisit => [ActorRole.Contractor],
        _ => throw new InvalidOperationException($"Nobody has said who may {command}."),
    };

    private static readonly IReadOnlyList<ActorRole> Everybody = [ActorRole.Contractor, ActorRole.Orderer, ActorRole.Dispatcher];
    private static readonly IReadOnlyList<ActorRole> Landlord = [ActorRole.Orderer, ActorRole.Dispatcher];
}
