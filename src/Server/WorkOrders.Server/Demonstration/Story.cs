using WorkOrders.Domain;
using WorkOrders.Server.Wire;

namespace WorkOrders.Server.Demonstration;

/// <summary>
/// What happens to one order, step by step from its beginning, until now comes: what lies in the future has not
/// happened yet, and so the newest orders stand where such orders stand.
/// </summary>
internal sealed class Story(long number, Job job, Home home, DateTimeOffset begins, DateTimeOffset now, Random random, bool isPart)
{
    /// <summary>An order that has its part to play gets there at any hour, early in its time, and then waits.</summary>
    private const double SoonForPart = 0.15;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1), Hour = TimeSpan.FromHours(1), Day = TimeSpan.FromDays(1);

    private readonly List<Submission> _told = [];
    private DateTimeOffset _at = begins;
    private string _clientId = job.ClientId;

    private Actor Firm => Cast.System(_clientId);

    public IReadOnlyList<Submission> Tell(Plot plot)
    {
        switch (plot)
        {
            case Plot.Finding:
                Tell(new NewOrder(new Register(
                    number, Details with { Type = WorkOrderType.InspectionRound }, null, null, null, Firm, _at)));
                if (random.Chance(60))
                    After(2 * Hour, 2 * Day, at => new Place(Cast.Firm(_clientId), Cast.ElsaAsOrderer, Cast.Elsa, at));
                else
                    return _told;
                break;
            default:
                Tell(new NewOrder(new RegisterAndPlace(
                    number, Details, Cast.ElsaAsOrderer, home.Tenant, home.Access, Cast.Firm(_clientId), Cast.Elsa, _at)));
                break;
        }
        return plot switch
        {
            Plot.Untouched => _told,
            Plot.Cancelled => After(Hour, 2 * Day, at => new Cancel(random.Of(CancelReasons), Cast.Elsa, at))._told,
            Plot.Declined => After(10 * Minute, 6 * Hour, at => new Decline(random.Of(DeclineReasons), Firm, at))._told,
            Plot.SecondTry => DeclinedAndPlacedAgain().Work()._told,
            Plot.Reassigned => Reassigned().Work()._told,
            Plot.Asked => After(2 * Minute, 40 * Minute, at => new Accept(Firm, at)).Ask()._told,
            Plot.Overdue => After(5 * Minute, 4 * Hour, at => new Accept(Firm, at)).Plan(1, 3)._told,
            Plot.Waiting => After(5 * Minute, 4 * Hour, at => new Accept(Firm, at)).Contact().Pause()._told,
            Plot.Missed => After(5 * Minute, 4 * Hour, at => new Accept(Firm, at)).Contact().Visit()._told,
            Plot.Reopened => Work().After(Day, 3 * Day, at => new Reopen("Felet är kvar", Cast.Elsa, at)).Complete(", gjort om")._told,
            _ => Work().Invoice()._told,
        };
    }

    private Story Work()
    {
        After(5 * Minute, 8 * Hour, at => new Accept(Firm, at)).Contact();
        if (random.Chance(55))
            Plan(1, 6);
        After(10 * Minute, 6 * Hour, at => new AddNote(random.Of(StandardPhrases.Seed), "", Firm, at));
        if (random.Chance(25))
            Ask().After(10 * Minute, 5 * Hour, at => new AnswerQuestion(1, job.Answer, Cast.Elsa, at));
        if (random.Chance(10))
            After(Hour, 5 * Hour, at => new SendMessage("Klart under eftermiddagen", Firm, at));
        return Complete("");
    }

    private Story Contact() => After(5 * Minute, 3 * Hour, at => new RecordTenantContact("", Firm, at));

    private Story Pause() => After(Hour, 5 * Hour, at => new PauseWork(PauseReason.WaitingForParts, "Reservdel beställd, kommer nästa vecka", Firm, at));

    private Story Visit() => After(Hour, 5 * Hour, at =>
        new RecordFailedVisit(at.AddMinutes(-10), random.Of(Enum.GetValues<VisitNotice>()), "Ingen öppnade, väntade tio minuter", Firm, at));

    private Story Ask() => After(5 * Minute, 3 * Hour, at => new AskQuestion(job.Question, Firm, at));

    private Story Plan(int from, int to) => After(5 * Minute, 2 * Hour, at =>
        new Update(new() { PlannedFor = new(SwedishTime.DateOf(at).AddDays(random.Between(from, to))) }, Firm, at));

    private Story Complete(string addition) => After(6 * Hour, 6 * Day, at => new Complete(job.Action + addition, Firm, at));

    private Story Invoice() => random.Chance(70) ? After(6 * Day, 25 * Day, at => new MarkInvoiced(Cast.Dispatch, at)) : this;

    private Story DeclinedAndPlacedAgain()
    {
        After(10 * Minute, 6 * Hour, at => new Decline(random.Of(DeclineReasons), Firm, at));
        _clientId = Another;
        return After(Hour, Day, at => new Place(Cast.Firm(_clientId), Cast.ElsaAsOrderer, Cast.Dispatch, at));
    }

    private Story Reassigned()
    {
        After(5 * Minute, 4 * Hour, at => new Accept(Firm, at));
        var next = Another;
        After(Day, 3 * Day, at => new Reassign(Cast.Firm(next), "Utföraren är försenad", Cast.Dispatch, at));
        _clientId = next;
        return this;
    }

    private string Another => _clientId == Cast.Testfirma ? "snickeri" : Cast.Testfirma;

    private Story After(TimeSpan from, TimeSpan to, Func<DateTimeOffset, Command> then)
    {
        var next = isPart ? _at + ((now - _at) * SoonForPart) : WorkingHours.NotBefore(_at + random.Wait(from, to));
        _at = next.ToWholeMilliseconds();
        if (_at < now)
            Tell(new OneOrder(number, then(_at)));
        return this;
    }

    private void Tell(Submission step) => _told.Add(step);

    private Priority Priority => job.Type switch
    {
        WorkOrderType.Fault when number % 12 == 0 => Priority.Emergency,
        WorkOrderType.Fault when number % 5 == 0 => Priority.Urgent,
        WorkOrderType.Maintenance or WorkOrderType.TenantMaintenance => Priority.Planned,
        _ => Priority.Normal,
    };

    private OrderDetails Details => new()
    {
        Priority = Priority,
        OrderClass = job.Type is WorkOrderType.Fault ? OrderDetails.DefaultClass : "Beställning",
        Type = job.Type,
        PropertyObject = home.Object,
        Subject = new()
        {
            Space = job.Space, SpaceCode = job.SpaceCode, Unit = job.Unit, Phrase = job.Phrase, Description = job.Description,
            InstalledOn = new DateOnly(2004, 1, 1).AddDays(random.Between(0, 7_000)),
        },
    };

    private static readonly string[] DeclineReasons =
        ["Hinner inte denna vecka", "Ligger utanför avtalet", "Saknar reservdel, lång leveranstid"];
    private static readonly string[] CancelReasons = ["Hyresgästen har löst det själv", "Dubbelanmälan", "Ingår i ombyggnaden"];
}
