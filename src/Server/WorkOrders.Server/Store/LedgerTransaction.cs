using System.Globalization;
using Microsoft.Data.Sqlite;
using WorkOrders.Domain;

namespace WorkOrders.Server.Store;

/// <summary>One transaction of the writer: what it reads is what it decides on. Undone if it isn't committed.</summary>
internal sealed class LedgerTransaction : IDisposable
{
    private readonly Ledger _ledger;
    private readonly Statements _statements;
    private readonly long _headBefore;
    private bool _committed;

    internal LedgerTransaction(Ledger ledger, Statements statements)
    {
        (_ledger, _statements) = (ledger, statements);
        using var meta = statements.Meta.Read();
        meta.Read();
        (Head, NextNumber) = (meta.GetInt64(0), meta.GetInt64(1));
        _headBefore = Head;
    }

    /// <summary>The newest revision, those of this transaction included.</summary>
    public long Head { get; private set; }

    /// <summary>The number that the next new order gets.</summary>
    public long NextNumber { get; private set; }

    public RequestRow? FindRequest(string account, Guid id)
    {
        using var row = _statements.FindRequest.Read(account, id.ToByteArray());
        return !row.Read() ? null : new()
        {
            Account = account,
            RequestId = id,
            BodyHash = row.GetFieldValue<byte[]>(0),
            Revision = row.GetInt64(1),
            Answer = row.GetFieldValue<byte[]>(2),
            RecordedAt = row.GetInt64(3),
        };
    }

    public IEnumerable<StoredOrder> Load(IEnumerable<long> numbers)
    {
        using var row = _statements.Load.Read($"[{string.Join(',', numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)))}]");
        while (row.Read())
        {
            var tenant = row.IsDBNull(2) ? null : TenantOf(row);
            yield return new(
                OrderDocument.Read(row.GetString(1)) with { Tenant = tenant?.ToTenant(), Access = tenant?.ToAccess() },
                row.GetInt64(0));
        }
    }

    /// <summary>The orders of a bundle, with their places in it.</summary>
    public IReadOnlyList<(long Number, Bundle Bundle)> InBundle(Bundle bundle)
    {
        var found = new List<(long, Bundle)>();
        using var row = _statements.InBundle.Read(bundle.BaseNumber);
        while (row.Read())
            found.Add((row.GetInt64(0), Bundle.Parse(row.GetString(1))!));
        return found;
    }

    /// <summary>The bundle of an order of the same object that was placed with the same contractor on the same day and isn't done.</summary>
    public Bundle? OpenBundle(string objectNumber, string contractorId, DateTimeOffset at)
    {
        // wider than any Swedish day; which day it was is then asked of the core
        var (from, to) = (at.AddHours(-26).ToUnixTimeMilliseconds(), at.AddHours(26).ToUnixTimeMilliseconds());
        using var row = _statements.OpenBundles.Read(objectNumber, contractorId, from, to);
        while (row.Read())
        {
            if (SwedishTime.DateOf(DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0))) == SwedishTime.DateOf(at))
                return Bundle.Parse(row.GetString(1));
        }
        return null;
    }

    /// <summary>Null also for one that gets no orders any more.</summary>
    public ContractorRef? FindContractor(string id)
    {
        using var row = _statements.FindContractor.Read(id);
        return row.Read() ? new(id, row.GetString(0)) : null;
    }

    /// <summary>Null unless it is there in full, of this order and account, and on no note.</summary>
    public Photo? FindUnusedPhoto(Guid id, long number, string account)
    {
        using var row = _statements.FindUnusedPhoto.Read(id.ToByteArray(), number, account);
        return row.Read() ? new(id, row.GetInt32(0), row.GetInt32(1)) : null;
    }

    /// <summary>From now on it stands in the log row of that version of its order.</summary>
    public void TakePhoto(Guid id, int orderVersion) => _statements.TakePhoto.Run(orderVersion, id.ToByteArray());

    /// <summary>One commit's events, in the log and in the orders' rows.</summary>
    public void Append(IReadOnlyList<(EventRow Event, Step Step, byte[] Card)> steps)
    {
        foreach (var (e, step, card) in steps)
        {
            _statements.AddEvent.Run(
                e.Revision, e.Index, e.EventId.ToByteArray(), e.Number, e.OrderVersion, e.Kind, e.Type, e.VisibleBefore, e.VisibleAfter,
                e.CommittedAt, e.Payload);
            Save(step, WorkOrderRow.Of(step.After, e.Revision, card));
            if (step.Event is MessageSent && step.After.Orderer is { } orderer)
                _statements.AddMessage.Run(e.Number, e.OrderVersion, orderer.AccountId, e.CommittedAt);
            NextNumber = Math.Max(NextNumber, e.Number + 1);
            Head = e.Revision;
        }
    }

    public void Remember(RequestRow request) => _statements.Remember.Run(
        request.Account, request.RequestId.ToByteArray(), request.BodyHash, request.Revision, request.Answer, request.RecordedAt);

    /// <summary>Forgets requests from before then, at most so many; tells how many it were.</summary>
    public int Forget(DateTimeOffset before, int limit) => _statements.Forget.Run(before.ToUnixTimeMilliseconds(), limit);

    public void Commit()
    {
        if (Head > _headBefore) _statements.SetMeta.Run(Head, NextNumber);
        _ledger.Commit();
        _committed = true;
    }

    public void Dispose()
    {
        if (!_committed) _ledger.Abandon();
    }

    private void Save(Step step, WorkOrderRow o)
    {
        var (before, after) = (step.Before, step.After);
        if (before is not null && WorkOrderRow.AreListedAlike(before, after))
            _statements.SaveInPlace.Run(o.Version, o.Revision, o.Card, o.Document, o.Number);
        else
            _statements.SaveOrder.Run(
                o.Number, o.Version, o.Revision, o.Card, o.Document, o.Status, o.Type, o.ContractorId, o.VisibleTo, o.ObjectNumber, o.BundleBase,
                o.BundleNumber, o.OrdererAccount, o.OrderedAt, o.DeclinedAt, o.PlannedFor, o.DueAt, o.CompletedOn, o.OpenQuestions, o.OldestOpenQuestionAt,
                o.QuestionEscalatesAt);

        foreach (var q in QuestionRow.Changed(before, after))
            _statements.SaveQuestion.Run(q.Number, q.QuestionId, q.ContractorId, q.VisibleTo, q.OrdererAccount, q.AskedAt, q.AnsweredAt, q.EscalatesAt);

        if ((before?.Tenant, before?.Access) != (after.Tenant, after.Access) && TenantContactRow.Of(after) is { } t)
            _statements.SaveTenant.Run(
                t.Number, t.Name, t.HomePhone, t.WorkPhone, t.MobilePhone, (int)t.PreferredPhone, t.MovedInOn, t.MayEnter, t.KeyInformation, t.Comment);

        if (before is null)
            _statements.AddToSearch.Run(
                o.Number, after.PropertyObject.Address.Street, after.Tenant?.Name, after.Subject.Phrase, after.Subject.Description,
                o.BundleNumber, o.ObjectNumber);
        else if (before.Bundle != after.Bundle)
            _statements.SearchByBundle.Run(o.BundleNumber, o.Number);
    }

    private static TenantContactRow TenantOf(SqliteDataReader row) => new()
    {
        Number = row.GetInt64(2),
        Name = row.IsDBNull(3) ? null : row.GetString(3),
        HomePhone = row.GetString(4),
        WorkPhone = row.GetString(5),
        MobilePhone = row.GetString(6),
        PreferredPhone = (PreferredPhone)row.GetInt32(7),
        MovedInOn = row.IsDBNull(8) ? null : row.GetFieldValue<DateOnly>(8),
        MayEnter = row.IsDBNull(9) ? null : row.GetBoolean(9),
        KeyInformation = row.GetString(10),
        Comment = row.GetString(11),
    };
}
