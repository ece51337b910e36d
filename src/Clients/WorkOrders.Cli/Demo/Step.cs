using WorkOrders.V1;

namespace WorkOrders.Cli.Demo;

/// <summary>One thing that somebody does to an order. Each puts exactly one event into the log.</summary>
internal abstract record Step(Who By);

internal sealed record Register(Who By, RegisterWorkOrderRequest Draft) : Step(By);

internal sealed record Place(Who By, Who With) : Step(By);

internal sealed record Reassign(Who By, Who With, string Reason) : Step(By);

internal sealed record Accept(Who By) : Step(By);

internal sealed record Decline(Who By, string Reason) : Step(By);

internal sealed record Note(Who By, string Phrase) : Step(By);

internal sealed record Ask(Who By, string Text) : Step(By);

internal sealed record Answer(Who By, string Text) : Step(By);

internal sealed record Message(Who By, string Text) : Step(By);

internal sealed record Plan(Who By, int DaysAhead) : Step(By);

internal sealed record Complete(Who By, string Action) : Step(By);

internal sealed record Reopen(Who By, string Reason) : Step(By);

internal sealed record Invoice(Who By) : Step(By);

internal sealed record Cancel(Who By, string Reason) : Step(By);
