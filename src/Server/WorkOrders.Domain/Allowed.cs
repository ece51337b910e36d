namespace WorkOrders.Domain;

/// <summary>What somebody may do with an order now: for buttons, and for refusals that say what is possible.</summary>
public static class Allowed
{
    /// <summary>Asks the table itself, with one command of each kind, so that the two can't disagree.</summary>
    /// <param name="order">Null: whatever brings one into being.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="standIns">Who may answer whose questions today. Without them everybody is here.</param>
    public static IReadOnlyList<CommandKind> Commands(WorkOrder? order, Actor by, StandIns? standIns = null)
    {
        if (order is not null && !by.Sees(order)) return [];

        return [.. Probes(order, by)
            .Where(c => Roles.May(by, c.Kind) && Decider.Table(order, c, standIns: standIns) is Decision.Happened)
            .Select(c => c.Kind)];
    }

    private static IEnumerable<Command> Probes(WorkOrder? order, Actor by)
    {
        var at = order?.RegisteredAt ?? DateTimeOffset.UnixEpoch;
        var somebody = new ContractorRef("", "");
        var orderer = new Orderer { AccountId = by.AccountId, Name = by.Name };
        var anywhere = new PropertyObject { Number = "", Address = new("") };
        var details = new OrderDetails { Type = WorkOrderType.Fault, PropertyObject = anywhere, Subject = new() };

        yield return new Register(0, details, orderer, null, null, by, at);
        yield return new RegisterAndPlace(0, details, orderer, null, null, somebody, by, at);
        yield return new Place(somebody, orderer, by, at);
        yield return new Reassign(somebody, null, by, at);
        yield return new Accept(by, at);
        yield return new AcceptBundle(by, at);
        yield return new Decline("", by, at);
        yield return new Complete("", by, at);
        yield return new Reopen("", by, at);
        yield return new MarkInvoiced(by, at);
        yield return new Cancel("", by, at);
        yield return new JoinBundle(new(order?.PropertyObject.Number ?? "", default), by, at);
        yield return new LeaveBundle(by, at);
        yield return new AddNote(null, "", by, at);
        yield return new AskQuestion("", by, at);
        yield return new AnswerQuestion(order?.OpenQuestions.FirstOrDefault()?.Id ?? 0, "", by, at);
        yield return new SendMessage("", by, at);
        yield return new Update(new(), by, at);
        yield return new UpdateTenantContact(new(), by, at);
        yield return new SetPriority(order?.Priority is Priority.Normal ? Priority.Urgent : Priority.Normal, by, at);
        yield return new RecordTenantContact("", by, at);
        yield return new PauseWork(PauseReason.WaitingForParts, "", by, at);
        yield return new ResumeWork("", by, at);
        yield return new RecordFailedVisit(order?.OrderedAt ?? at, VisitNotice.None, "", by, at);
    }
}
