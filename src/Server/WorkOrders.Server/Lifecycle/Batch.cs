using Google.Protobuf;
using WorkOrders.Domain;
using WorkOrders.Server.Store;
using WorkOrders.Server.Wire;
using Answer = WorkOrders.Server.Wire.Answer;

namespace WorkOrders.Server.Lifecycle;

/// <summary>
/// One transaction over all wishes that have come in: load, decide, append, one after the other, so that each sees
/// what those before it have done. The one place where the rules meet the store.
/// </summary>
internal sealed class Batch
{
    private readonly LedgerTransaction _ledger;
    private readonly Terms _terms;
    private readonly DeskBook _desks;
    private readonly Dictionary<long, StoredOrder> _orders = [];
    private readonly List<EventRow> _events = [];
    private DateTimeOffset _newest;

    /// <param name="newest">The newest commit's time: commits follow each other in time, too.</param>
    public Batch(LedgerTransaction ledger, RecentOrders recent, Terms terms, DeskBook desks, IEnumerable<Submission> wishes, DateTimeOffset newest)
    {
        (_ledger, _terms, _desks, _newest) = (ledger, terms, desks, newest);
        var unknown = new HashSet<long>();
        foreach (var number in wishes.SelectMany(NumbersIn))
        {
            if (recent.Find(number) is { } order) _orders[number] = order;
            else unknown.Add(number);
        }
        if (unknown.Count == 0) return;

        foreach (var order in ledger.Load(unknown))
            _orders[order.Order.Number] = order;
    }

    /// <summary>Every order that was looked at, as it is when this is committed.</summary>
    public IEnumerable<StoredOrder> Orders => _orders.Values;

    /// <summary>What has happened, in the order of the log.</summary>
    public IReadOnlyList<EventRow> Events => _events;

    public DateTimeOffset Newest => _newest;

    public Outcome Carry(Submission wish)
    {
        if (wish.Request is { } key && _ledger.FindRequest(wish.By.AccountId, key.Id) is { } first) return Repeat(wish, key, first);

        return wish switch
        {
            NewOrder w => Begin(w),
            OneOrder w => Change(w),
            WholeBundle w => AcceptAll(w),
            Group w => MakeGroup(w),
            _ => throw new InvalidOperationException($"Nobody has said how to carry out {wish.GetType().Name}."),
        };
    }

    private Outcome Repeat(Submission wish, RequestKey key, RequestRow first)
    {
        if (!first.BodyHash.AsSpan().SequenceEqual(key.BodyHash)) return new Outcome.Refused(Errors.RequestIdReused(key.Id));

        var answer = Answer.FromBytes(first.Answer);
        foreach (var number in answer.Orders.Select(o => o.Number))
            answer.Join(Find(number)!.Order, wish.By, SwedishTime.DateOf(wish.At));
        return new Outcome.Done(answer);
    }

    private Outcome Begin(NewOrder wish)
    {
        switch (wish.Command)
        {
            case Register r:
                return Decided(wish, Decide(null, r with { Number = NumberFor(r.Number) }));
            case RegisterAndPlace r when _ledger.FindContractor(r.Contractor.Id) is { } contractor:
                var existing = _ledger.OpenBundle(r.Details.PropertyObject.Number, contractor.Id, r.At);
                return Decided(wish, Decide(null, r with { Number = NumberFor(r.Number), Contractor = contractor }, existing));
            case RegisterAndPlace r:
                return new Outcome.Refused(Errors.ContractorNotFound(r.Contractor.Id));
            default:
                throw new InvalidOperationException($"{wish.Kind} begins no order.");
        }
    }

    private Outcome Change(OneOrder wish)
    {
        // an order that the caller doesn't see is none, whatever else may be wrong
        if (Find(wish.Number) is not { } stored || !wish.By.Sees(stored.Order)) return new Outcome.Refused(Errors.WorkOrderNotFound(wish.Number));
        var order = stored.Order;
        if (wish.Etag.Length > 0 && wish.Etag != Etags.Of(order))
            return new Outcome.Refused(Errors.EtagMismatch(new() { Number = order.Number, CurrentEtag = Etags.Of(order), CurrentRevision = stored.Revision }));

        var command = wish.Command is Complete { ActionPerformed: "" } done ? done with { ActionPerformed = order.ActionPerformed } : wish.Command;
        return command switch
        {
            Place c => WithContractor(c.Contractor.Id, found => c with { Contractor = found }),
            Reassign c => WithContractor(c.To.Id, found => c with { To = found }),
            AddNote { Photos.Count: > 0 } c => WithPhotos(c.Photos, found => c with { Photos = found }),
            Complete { Photos.Count: > 0 } c => WithPhotos(c.Photos, found => c with { Photos = found }),
            var c => Decided(wish, Decide(order, c), order),
        };

        Outcome WithContractor(string id, Func<ContractorRef, Command> with) => _ledger.FindContractor(id) is { } found
            ? Decided(wish, Decide(order, with(found), _ledger.OpenBundle(order.PropertyObject.Number, id, wish.At)), order)
            : new Outcome.Refused(Errors.ContractorNotFound(id));

        Outcome WithPhotos(IReadOnlyList<Photo> named, Func<IReadOnlyList<Photo>, Command> with)
        {
            // the order's status first: what can't be done at all isn't refused for its photos
            if (Decide(order, command) is Decision.Refused refused) return Decided(wish, refused, order);

            var found = named.Select(p => _ledger.FindUnusedPhoto(p.Id, order.Number, wish.By.AccountId)).ToList();
            if (found.IndexOf(null) is >= 0 and var missing) return new Outcome.Refused(Errors.PhotoNotReady(named[missing].Id));

            var outcome = Decided(wish, Decide(order, with([.. found.OfType<Photo>()])), order);
            foreach (var photo in named)
                _ledger.TakePhoto(photo.Id, order.Version + 1);
            return outcome;
        }
    }

    private Outcome AcceptAll(WholeBundle wish)
    {
        var orders = _ledger.InBundle(wish.Bundle).Select(o => Find(o.Number)!.Order).ToList();
        return Decided(wish, Bundles.Accept(orders, wish.Command));
    }

    private Outcome MakeGroup(Group wish)
    {
        var orders = wish.Numbers.Select(n => Find(n)?.Order).ToList();
        var missing = orders.FindIndex(o => o is null || !wish.By.Sees(o));
        if (missing >= 0) return new Outcome.Refused(Errors.WorkOrderNotFound(wish.Numbers[missing]));

        var taken = _ledger.InBundle(Bundles.BaseFor(orders[0]!)).Select(o => o.Bundle);
        return Decided(wish, Bundles.Group([.. orders.OfType<WorkOrder>()], Bundles.NextGroup(taken), wish.By, wish.At));
    }

    private Decision Decide(WorkOrder? order, Command command, Bundle? existing = null) =>
        Decider.Decide(order, command, existing, _terms, _desks.On(SwedishTime.DateOf(command.At)));

    private Outcome Decided(Submission wish, Decision decision, WorkOrder? order = null) => decision switch
    {
        Decision.Happened happened => new Outcome.Done(Append(wish, happened.Steps)),
        Decision.Refused { Refusal: var refusal } =>
            new Outcome.Refused(Refusals.Of(refusal, wish, order ?? (refusal.Number is { } n ? Find(n)?.Order : null))),
        _ => throw new InvalidOperationException("A decision is one of two."),
    };

    private Answer Append(Submission wish, IReadOnlyList<Step> steps)
    {
        var revision = _ledger.Head + 1;
        var today = SwedishTime.DateOf(wish.At);
        _newest = CommitTime(wish.At);
        var rows = steps.Select((step, index) => (Row(step, revision, index), step, Cards.Of(step.After).ToByteArray())).ToList();
        var answer = Answer.Of(steps, wish.By, revision, today, _desks.On(today));

        _ledger.Append(rows);
        if (wish.Request is { } key)
            _ledger.Remember(new()
            {
                Account = wish.By.AccountId,
                RequestId = key.Id,
                BodyHash = key.BodyHash,
                Revision = revision,
                Answer = answer.ToBytes(),
                RecordedAt = _newest.ToUnixTimeMilliseconds(),
            });

        _events.AddRange(rows.Select(r => r.Item1));
        foreach (var after in steps.Select(s => s.After))
        {
            _orders[after.Number] = new(after, revision);
            answer.Join(after, wish.By, today);
        }
        return answer;
    }

    private EventRow Row(Step step, long revision, int index)
    {
        var id = Guid.CreateVersion7(_newest);
        return new()
        {
            Revision = revision,
            Index = index,
            EventId = id,
            Number = step.After.Number,
            OrderVersion = step.After.Version,
            Kind = EventNames.Of(step.Event),
            Type = StoredNumbers.Of(step.After.Type),
            VisibleBefore = step.Before?.VisibleTo,
            VisibleAfter = step.After.VisibleTo,
            CommittedAt = _newest.ToUnixTimeMilliseconds(),
            Payload = step.ToWire(revision, index, id, _newest).ToByteArray(),
        };
    }

    /// <summary>Callers on several threads may overtake each other by moments. What lies further back was meant so, or the clock was set.</summary>
    private DateTimeOffset CommitTime(DateTimeOffset at) => at < _newest && _newest - at < TimeSpan.FromSeconds(10) ? _newest : at;

    private long NumberFor(long wished) =>
        wished == 0 ? _ledger.NextNumber
        : wished >= _ledger.NextNumber ? wished
        : throw new InvalidOperationException($"The number {wished} is taken: the next is {_ledger.NextNumber}.");

    private StoredOrder? Find(long number)
    {
        if (!_orders.TryGetValue(number, out var order) && (order = _ledger.Load([number]).SingleOrDefault()) is not null)
            _orders[number] = order;
        return order;
    }

    private static IReadOnlyList<long> NumbersIn(Submission wish) => wish switch
    {
        OneOrder one => [one.Number],
        Group group => group.Numbers,
        _ => [],
    };
}
