using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using WorkOrders.Domain;
using WorkOrders.Server.Store;
using WorkOrders.Server.Wire;
using WorkOrders.V1;
using Absence = WorkOrders.Domain.Absence;
using Actor = WorkOrders.Domain.Actor;

namespace WorkOrders.Server.Accounts;

/// <summary>The landlord's people: their teams, when they are away, and who answers meanwhile.</summary>
internal sealed class Orderers(AccountsContext accounts, DeskBook desks, TimeProvider clock)
{
    private const int LongestTeam = 64;
    private static readonly StringComparer Alphabetical = StringComparer.Create(new("sv-SE"), ignoreCase: true);

    private DateOnly Today => SwedishTime.DateOf(clock.GetUtcNow());

    public async Task<IEnumerable<OrdererDesk>> ListAsync(CancellationToken stop)
    {
        var people = await Landlords().ToListAsync(stop);
        return people.OrderBy(p => p.DisplayName, Alphabetical).Select(p => (Person: p, Desk: desks.Of(p.Id))).Select(p => new OrdererDesk
        {
            AccountId = p.Person.Id,
            Name = p.Person.DisplayName,
            Team = p.Desk.Team,
            Absence = p.Desk.ToAbsence(Today),
            Role = RoleNames.OnWire(RoleNames.Parse(p.Person.Role)),
        });
    }

    public GetMyAbsenceResponse AbsenceOf(Actor caller)
    {
        var desk = desks.Of(caller.AccountId);
        return new() { Absence = desk.ToAbsence(Today), Team = desk.Team };
    }

    public async Task<V1.Absence?> SetAbsenceAsync(Actor caller, V1.Absence? wish, CancellationToken stop)
    {
        var absence = wish is null ? null : await ReadAsync(wish, desks.Of(caller.AccountId), stop);
        await ChangeAsync(caller.AccountId, desk => desk.Be(absence), stop);
        return desks.Of(caller.AccountId).ToAbsence(Today);
    }

    public async Task SetTeamAsync(SetTeamRequest request, CancellationToken stop)
    {
        var team = request.Team.Trim();
        var wrong = new FieldViolations();
        if (TextRules.Check(team, maxLength: LongestTeam) is { } kind) wrong.Add("team", kind);
        wrong.ThrowIfAny();
        if (!await Landlords().AnyAsync(p => p.Id == request.AccountId, stop)) throw Errors.OrdererNotFound(request.AccountId);

        await ChangeAsync(request.AccountId, desk => desk.Team = team, stop);
    }

    private async Task<Absence> ReadAsync(V1.Absence wish, Desk own, CancellationToken stop)
    {
        var wrong = new FieldViolations();
        var from = Day("absence.from", wish.From);
        var until = Day("absence.until", wish.Until);
        if (until < from) wrong.Add("absence.until", "Kan inte vara före första dagen.", "Can't be before the first day.");
        else if (until < Today) wrong.Add("absence.until", "Har redan varit.", "Is over already.");
        else if (until > Today.AddDays(Absence.LongestDays)) wrong.Add("absence.until", "Högst ett år framåt.", "At most a year ahead.");

        var deputy = wish.StandInCase is V1.Absence.StandInOneofCase.DeputyAccountId ? await DeputyAsync(wish.DeputyAccountId, own, wrong, stop) : null;
        if (wish.StandInCase is V1.Absence.StandInOneofCase.Team && own.Team.Length == 0)
            wrong.Add("absence.team", "Du är inte med i något lag. Välj en ersättare.", "You are in no team. Choose a deputy.");
        if (wish.StandInCase is V1.Absence.StandInOneofCase.None)
            wrong.Add("absence.deputy_account_id", "Välj vem som svarar.", "Choose who answers.", "REQUIRED");
        wrong.ThrowIfAny();
        return new(from, until, deputy);

        DateOnly Day(string field, string text)
        {
            if (Times.TryReadDay(text.Trim(), out var day)) return day;

            wrong.Add(field, "Ska vara ett datum: ÅÅÅÅ-MM-DD.", "Must be a date: YYYY-MM-DD.");
            return default;
        }
    }

    private async Task<Deputy?> DeputyAsync(string id, Desk own, FieldViolations wrong, CancellationToken stop)
    {
        if (id != own.AccountId && await Landlords().SingleOrDefaultAsync(p => p.Id == id, stop) is { } person) return new(person.Id, person.DisplayName);

        wrong.Add("absence.deputy_account_id", "Ska vara en annan beställare.", "Must be another orderer.");
        return null;
    }

    private IQueryable<Person> Landlords() =>
        accounts.Users.AsNoTracking().Where(p => !p.Disabled && (p.Role == RoleNames.Orderer || p.Role == RoleNames.Dispatcher));

    private async Task ChangeAsync(string account, Action<DeskRow> change, CancellationToken stop)
    {
        try
        {
            await desks.ChangeAsync(account, change, stop);
        }
        catch (DbUpdateException e) when (e.InnerException is DbException reason && reason.IsUnavailable())
        {
            throw Errors.StoreUnavailable();
        }
    }
}
