using System.Globalization;
using WorkOrders.V1;

namespace WorkOrders.Cli.Demo;

/// <summary>A day of orders, from seven to four: the same seed gives the same day.</summary>
internal sealed class Day
{
    private const double StartsAt = 7 * 60;
    private const double EndsAt = 16 * 60;
    private readonly Random _random;

#pragma warning disable CA5394 // a play, not a secret
    private Day(int seed) => _random = new Random(seed);

    /// <summary>All that happens, in the order of the clock.</summary>
    public static IReadOnlyList<Beat> Of(int orders, int seed)
    {
        var day = new Day(seed);
        return [.. Enumerable.Range(0, orders).SelectMany(index => day.Timed(day.Story(index))).OrderBy(timed => timed.Minute).Select(timed => timed.Beat)];
    }

    private IEnumerable<(double Minute, Beat Beat)> Timed(Story story)
    {
        var minute = StartsAt + (_random.NextDouble() * (EndsAt - StartsAt) * 0.6);
        foreach (var step in story.Steps)
        {
            yield return (minute, new Beat(story, step));
            minute += 2 + (_random.NextDouble() * 60);
        }
    }

    private Story Story(int index)
    {
        var trade = Pick(Trades.All);
        var job = Pick(trade.Jobs);
        var who = trade.Contractor;
        var draft = Draft(index, job);
        return _random.Next(100) switch
        {
            < 6 => new([new Register(who, Finding(draft)), new Place(Cast.Elsa, who), .. Work(who, job)]),
            < 14 => Declined(who, draft, job),
            < 20 => Reassigned(who, draft, job),
            < 26 => new([Order(draft, who), new Cancel(Cast.Elsa, "Hyresgästen har löst det själv")]),
            < 32 => new([Order(draft, who), .. Work(who, job), new Reopen(Cast.Elsa, "Felet är kvar"), new Complete(who, job.Action + ", gjort om")]),
            < 45 => new([Order(draft, who), new Accept(who), new Note(who, Pick(Trades.Phrases))]),
            < 50 => new([Order(draft, who)]),
            < 60 => new([Order(draft, who), .. Work(who, job), new Invoice(Cast.Dispatch)]),
            _ => new([Order(draft, who), .. Work(who, job)]),
        };
    }

    private Story Declined(Who who, RegisterWorkOrderRequest draft, Job job) => new(
    [
        Order(draft, who), new Decline(who, "Hinner inte denna vecka"), new Place(Cast.Dispatch, Another(who)), .. Work(Another(who), job),
    ]);

    private Story Reassigned(Who who, RegisterWorkOrderRequest draft, Job job) => new(
    [
        Order(draft, who), new Accept(who), new Reassign(Cast.Dispatch, Another(who), "Utföraren är försenad"), .. Work(Another(who), job),
    ]);

    private List<Step> Work(Who who, Job job)
    {
        List<Step> steps = [new Accept(who)];
        if (_random.Next(100) < 40)
            steps.Add(new Plan(who, _random.Next(0, 5)));
        steps.Add(new Note(who, Pick(Trades.Phrases)));
        if (_random.Next(100) < 45)
            steps.AddRange([new Ask(who, job.Question), new Answer(Cast.Elsa, job.Answer)]);
        if (_random.Next(100) < 15)
            steps.Add(new Message(who, "Klart under eftermiddagen"));
        steps.Add(new Complete(who, job.Action));
        return steps;
    }

    private static Register Order(RegisterWorkOrderRequest draft, Who with)
    {
        draft.PlaceWithContractorId = with.ContractorId;
        return new Register(Cast.Elsa, draft);
    }

    /// <summary>What a contractor reports that it has come upon: it does not know the tenant.</summary>
    private static RegisterWorkOrderRequest Finding(RegisterWorkOrderRequest draft)
    {
        draft.Type = WorkOrderType.InspectionRound;
        draft.Tenant = null;
        return draft;
    }

    private static Who Another(Who who) => who == Cast.Testfirma ? Cast.Joiner : Cast.Testfirma;

    private RegisterWorkOrderRequest Draft(int index, Job job) => new()
    {
        OrderClass = job.Type == WorkOrderType.Fault ? "Serviceanmälan" : "Beställning",
        Type = job.Type,
        PropertyObject = new PropertyObject
        {
            Number = (64020000 + index).ToString(CultureInfo.InvariantCulture),
            Kind = $"{_random.Next(1, 5)} rum och kök", Floor = _random.Next(0, 3), Floors = 3, AdminArea = "2 (Fastighetsavdelningen)",
            FaultArea = "Bordsvägen", SearchArea = "Tallkrogen", District = "Farsta SDF",
            Address = new Address { Street = $"{Pick(Trades.Streets)} {_random.Next(201, 299)}", PostalCode = "12265", Town = "Enskede" },
        },
        Tenant = new Tenant
        {
            Name = $"{Pick(Trades.Names.First)} {Pick(Trades.Names.Last)}",
            // The range that the regulator keeps free for fiction.
            MobilePhone = $"070-17406{_random.Next(5, 100):00}", PreferredPhone = PreferredPhone.Mobile,
        },
        Subject = new Subject { Space = job.Space, Unit = job.Unit, Phrase = job.Phrase, Description = job.Description },
    };

    private T Pick<T>(T[] choices) => choices[_random.Next(choices.Length)];
#pragma warning restore CA5394
}
