namespace WorkOrders.Domain;

/// <summary>What somebody wants done with an order: by whom, and when. The instant is UTC.</summary>
public abstract record Command(CommandKind Kind, Actor By, DateTimeOffset At);

// Into being, and to a contractor
public sealed record Register(
    long Number, OrderDetails Details, Orderer? Orderer, TenantContact? Tenant, Access? Access, Actor By, DateTimeOffset At)
    : Command(CommandKind.Register, By, At);
public sealed record RegisterAndPlace(
    long Number, OrderDetails Details, Orderer Orderer, TenantContact? Tenant, Access? Access,
    ContractorRef Contractor, Actor By, DateTimeOffset At)
    : Command(CommandKind.RegisterAndPlace, By, At);
/// <summary>The <see cref="Orderer"/> becomes that of an order which has none yet: a contractor's finding.</summary>
public sealed record Place(ContractorRef Contractor, Orderer Orderer, Actor By, DateTimeOffset At) : Command(CommandKind.Place, By, At)
{
    /// <summary>Null leaves the order's own.</summary>
    public Priority? Priority { get; init; }

    /// <summary>Why it is placed anew, or empty. The contractor reads it, too.</summary>
    public string Reason { get; init; } = "";
}
/// <summary>The new contractor reads the reason, too.</summary>
public sealed record Reassign(ContractorRef To, string? Reason, Actor By, DateTimeOffset At) : Command(CommandKind.Reassign, By, At);

// The contractor's
public sealed record Accept(Actor By, DateTimeOffset At) : Command(CommandKind.Accept, By, At);
/// <summary>Accepts all of a bundle that waits for the contractor; see <see cref="Bundles.Accept"/>.</summary>
public sealed record AcceptBundle(Actor By, DateTimeOffset At) : Command(CommandKind.AcceptBundle, By, At);
public sealed record Decline(string Reason, Actor By, DateTimeOffset At) : Command(CommandKind.Decline, By, At);
public sealed record Complete(string ActionPerformed, Actor By, DateTimeOffset At) : Command(CommandKind.Complete, By, At)
{
    public IReadOnlyList<Photo> Photos { get; init; } = [];
}

// The landlord's
public sealed record Reopen(string Reason, Actor By, DateTimeOffset At) : Command(CommandKind.Reopen, By, At);
public sealed record MarkInvoiced(Actor By, DateTimeOffset At) : Command(CommandKind.MarkInvoiced, By, At);
public sealed record Cancel(string Reason, Actor By, DateTimeOffset At) : Command(CommandKind.Cancel, By, At);
/// <summary>Puts one order into a bundle; several at once go through <see cref="Bundles.Group"/>.</summary>
public sealed record JoinBundle(Bundle Bundle, Actor By, DateTimeOffset At) : Command(CommandKind.JoinBundle, By, At);
public sealed record LeaveBundle(Actor By, DateTimeOffset At) : Command(CommandKind.LeaveBundle, By, At);

// Words
/// <summary>Notera: a standard phrase, a free text, photos, or several of these.</summary>
public sealed record AddNote(StandardPhrase? Phrase, string Text, Actor By, DateTimeOffset At) : Command(CommandKind.AddNote, By, At)
{
    public IReadOnlyList<Photo> Photos { get; init; } = [];
}
public sealed record AskQuestion(string Text, Actor By, DateTimeOffset At) : Command(CommandKind.AskQuestion, By, At);
public sealed record AnswerQuestion(int QuestionId, string Text, Actor By, DateTimeOffset At) : Command(CommandKind.AnswerQuestion, By, At);
public sealed record SendMessage(string Text, Actor By, DateTimeOffset At) : Command(CommandKind.SendMessage, By, At);

// Edits
public sealed record Update(OrderChanges Changes, Actor By, DateTimeOffset At) : Command(CommandKind.Update, By, At);
/// <summary>All the numbers and the star, as they are from now on.</summary>
public sealed record UpdateTenantContact(TenantPhones Phones, Actor By, DateTimeOffset At)
    : Command(CommandKind.UpdateTenantContact, By, At);

// Deadlines
/// <summary>The clocks begin anew.</summary>
public sealed record SetPriority(Priority Priority, Actor By, DateTimeOffset At) : Command(CommandKind.SetPriority, By, At);
/// <summary>The first contact is now: a time of one's own choosing would prove nothing.</summary>
public sealed record RecordTenantContact(string Text, Actor By, DateTimeOffset At) : Command(CommandKind.RecordTenantContact, By, At);
public sealed record PauseWork(PauseReason Reason, string Text, Actor By, DateTimeOffset At) : Command(CommandKind.PauseWork, By, At);
public sealed record ResumeWork(string Text, Actor By, DateTimeOffset At) : Command(CommandKind.ResumeWork, By, At);
public sealed record RecordFailedVisit(DateTimeOffset AttemptedAt, VisitNotice Notice, string Text, Actor By, DateTimeOffset At)
    : Command(CommandKind.RecordFailedVisit, By, At);
