using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Microsoft.Extensions.Time.Testing;
using WorkOrders.V1;
using static WorkOrders.Server.Tests.Lifecycle.Scene;

namespace WorkOrders.Server.Tests.Lifecycle;

/// <summary>Deadlines in working time, through the door. It is Monday the 21st of December 2026, nine o'clock in Stockholm.</summary>
public sealed class DeadlineTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new(2026, 12, 21, 8, 0, 0, TimeSpan.Zero));
    private Scene _scene = null!;

    public async Task InitializeAsync() =>
        _scene = await StartAsync(new() { Clock = _clock, Settings = { ["Limits:MachineBurst"] = "100000" } });

    public Task DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task An_order_is_due_in_working_hours_of_the_swedish_calendar()
    {
        var order = await _scene.OrderedAsync();
        Assert.Equal(Priority.Normal, order.Priority);
        Assert.Equal("2026-12-23 09:00", Stockholm(order.FirstContactDueAt));
        // Christmas Eve, New Year's Eve and what follows them are free, and so is Epiphany
        Assert.Equal("2027-01-11 09:00", Stockholm(order.CompletionDueAt));
        Assert.Equal(order.FirstContactDueAt, order.DueAt);
    }

    [Fact]
    public async Task An_emergency_runs_through_the_night()
    {
        _clock.Advance(TimeSpan.FromHours(14));
        var wish = GuideOrder();
        wish.Priority = Priority.Emergency;
        var order = (await _scene.Elsa.RegisterWorkOrderAsync(wish)).WorkOrder;
        Assert.Equal(("2026-12-22 00:00", "2026-12-22 07:00"), (Stockholm(order.FirstContactDueAt), Stockholm(order.CompletionDueAt)));
    }

    [Fact]
    public async Task What_is_due_and_not_done_is_overdue_in_every_list_and_on_the_wall()
    {
        var number = (await _scene.AcceptedAsync()).Number;
        _clock.Advance(At("2026-12-23 09:00") - _clock.GetUtcNow() - TimeSpan.FromMilliseconds(1));
        Assert.Empty(await OverdueAsync());
        Assert.Equal("2026-12-23 09:00", Stockholm((await _scene.Dispatch.GetWallBoardAsync(new())).NextDueAt));

        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal([number], await OverdueAsync());
        var wall = await _scene.Dispatch.GetWallBoardAsync(new());
        Assert.Equal((1, number, null), (wall.Overdue.Total, wall.Overdue.Orders[0].Number, wall.NextDueAt));

        var contacted = await _scene.Firm.RecordTenantContactAsync(new() { RequestId = NewId(), Number = number, Text = "Kommer tisdag" });
        Assert.Equal("2027-01-11 09:00", Stockholm(contacted.WorkOrder.DueAt));
        Assert.Empty(await OverdueAsync());

        async Task<IEnumerable<long>> OverdueAsync()
        {
            var request = new ListWorkOrdersRequest { Filter = new() { Overdue = true }, OrderBy = "due_at" };
            var mine = (await _scene.Firm.ListWorkOrdersAsync(request)).WorkOrders.Select(o => o.Number).ToList();
            Assert.Equal(mine, (await _scene.Elsa.ListWorkOrdersAsync(request)).WorkOrders.Select(o => o.Number));
            return mine;
        }
    }

    [Fact]
    public async Task A_pause_moves_the_deadline_and_stands_in_the_log_with_its_reason()
    {
        var number = (await _scene.AcceptedAsync()).Number;
        await _scene.Firm.AddNoteAsync(new() { RequestId = NewId(), Number = number, Phrase = "Tid är bokad med kund" });
        var paused = (await _scene.Firm.PauseWorkOrderAsync(
            new() { RequestId = NewId(), Number = number, Reason = PauseReason.WaitingForParts, Text = "Packning beställd" })).WorkOrder;
        Assert.Equal((PauseReason.WaitingForParts, null, null), (paused.PauseReason, paused.DueAt, paused.CompletionDueAt));
        Assert.Equal((Now, "Packning beställd", "Testfirma AB"), (paused.PausedAt, paused.Pauses[0].Text, paused.Pauses[0].PausedBy.DisplayName));
        Assert.Contains(WorkOrderCommand.Resume, paused.AllowedCommands);
        Assert.DoesNotContain(WorkOrderCommand.Pause, paused.AllowedCommands);

        _clock.Advance(TimeSpan.FromDays(1));
        var resumed = (await _scene.Elsa.ResumeWorkOrderAsync(new() { RequestId = NewId(), Number = number, Text = "Delen finns på kontoret" })).WorkOrder;
        Assert.Equal(("2027-01-12 09:00", PauseReason.Unspecified, Now), (Stockholm(resumed.DueAt), resumed.PauseReason, resumed.Pauses[0].To));

        var log = await _scene.Elsa.ListWorkOrderLogAsync(new() { Number = number });
        Assert.Equal(
            ["AO Återupptagen: Väntar på reservdelar/material Delen finns på kontoret", "AO Pausad: Väntar på reservdelar/material: Packning beställd"],
            log.Entries.Take(2).Select(e => $"{e.Name}: {e.Text}"));
        var events = await _scene.EventsOfAsync(number);
        Assert.Equal(PauseReason.WaitingForParts, events[^2].Paused.Reason);
        Assert.Equal((PauseReason.WaitingForParts, (Timestamp?)null), (events[^2].Summary.PauseReason, events[^2].Summary.DueAt));
        Assert.Equal("2027-01-12 09:00", Stockholm(events[^1].Summary.DueAt));
    }

    [Fact]
    public async Task While_a_question_stands_open_the_landlord_is_waited_for()
    {
        var number = (await _scene.AcceptedAsync()).Number;
        await _scene.Firm.RecordTenantContactAsync(new() { RequestId = NewId(), Number = number });
        var asked = (await _scene.Firm.AskQuestionAsync(new() { RequestId = NewId(), Number = number, Text = "Ska blandaren bytas?" })).WorkOrder;
        Assert.Equal((PauseReason.WaitingForAnswer, null), (asked.PauseReason, asked.DueAt));

        _clock.Advance(TimeSpan.FromDays(1));
        var answered = (await _scene.Elsa.AnswerQuestionAsync(new() { RequestId = NewId(), Number = number, QuestionId = 1, Text = "Ja" })).WorkOrder;
        Assert.Equal((PauseReason.Unspecified, "2027-01-12 09:00"), (answered.PauseReason, Stockholm(answered.DueAt)));

        var refusal = await Refusal.OfAsync(_scene.Firm.PauseWorkOrderAsync(
            new() { RequestId = NewId(), Number = number, Reason = PauseReason.WaitingForAnswer, Text = "Svar" }));
        refusal.Is(StatusCode.InvalidArgument, "FIELD_VIOLATION");
        Assert.Equal("COMES_BY_ITSELF", Assert.Single(refusal.Detail<BadRequest>().FieldViolations).Reason);
    }

    [Fact]
    public async Task The_landlord_alone_gives_an_order_another_priority()
    {
        var order = await _scene.OrderedAsync();
        var urgent = (await _scene.Elsa.SetWorkOrderPriorityAsync(new() { RequestId = NewId(), Number = order.Number, Priority = Priority.Urgent })).WorkOrder;
        Assert.Equal((Priority.Urgent, "2026-12-21 13:00"), (urgent.Priority, Stockholm(urgent.DueAt)));
        Assert.Equal(Priority.Urgent, (await _scene.EventsOfAsync(order.Number))[^1].PriorityChanged.Priority);

        (await Refusal.OfAsync(_scene.Firm.SetWorkOrderPriorityAsync(new() { RequestId = NewId(), Number = order.Number, Priority = Priority.Planned })))
            .Is(StatusCode.PermissionDenied, "NOT_ALLOWED_FOR_ROLE");
        var same = await Refusal.OfAsync(_scene.Elsa.SetWorkOrderPriorityAsync(new() { RequestId = NewId(), Number = order.Number, Priority = Priority.Urgent }));
        Assert.Equal(["priority"], same.Fields);
    }

    [Fact]
    public async Task A_finding_is_placed_with_the_priority_that_the_landlord_gives_it()
    {
        var finding = GuideOrder(contractor: null);
        (finding.Tenant, finding.Access, finding.Priority) = (null, null, Priority.Urgent);
        var found = (await _scene.Firm.RegisterWorkOrderAsync(finding)).WorkOrder;
        Assert.Equal((Priority.Urgent, null), (found.Priority, found.DueAt));

        var placed = (await _scene.Elsa.PlaceWorkOrderAsync(
            new() { RequestId = NewId(), Number = found.Number, ContractorId = FirmId, Priority = Priority.Planned })).WorkOrder;
        Assert.Equal((Priority.Planned, "2026-12-30 09:00"), (placed.Priority, Stockholm(placed.FirstContactDueAt)));
    }

    [Fact]
    public async Task A_failed_visit_is_on_record_for_both_sides_and_counted_on_the_card()
    {
        var number = (await _scene.AcceptedAsync()).Number;
        _clock.Advance(TimeSpan.FromHours(2));
        var attempted = Timestamp.FromDateTimeOffset(_clock.GetUtcNow().AddMinutes(-30));
        var request = new RecordFailedVisitRequest
        {
            RequestId = NewId(), Number = number, AttemptedAt = attempted, Notice = VisitNotice.TextMessage, Text = "Ingen öppnade",
        };
        var order = (await _scene.Firm.RecordFailedVisitAsync(request)).WorkOrder;
        Assert.Equal(order, (await _scene.Firm.RecordFailedVisitAsync(request)).WorkOrder);

        var visit = Assert.Single((await _scene.Elsa.GetWorkOrderAsync(new() { Number = number })).WorkOrder.FailedVisits);
        Assert.Equal(
            (attempted, VisitNotice.TextMessage, "Ingen öppnade", Now, "Testfirma AB"),
            (visit.AttemptedAt, visit.Notice, visit.Text, visit.RecordedAt, visit.RecordedBy.DisplayName));
        var happened = (await _scene.EventsOfAsync(number))[^1];
        Assert.Equal((attempted, VisitNotice.TextMessage, 1), (happened.VisitFailed.AttemptedAt, happened.VisitFailed.Notice, happened.Summary.FailedVisits));
        Assert.Equal("Besök 2026-12-21 10:30, aviserad via SMS: Ingen öppnade", happened.LogEntry.Text);

        await _scene.Dispatch.ReassignWorkOrderAsync(new() { RequestId = NewId(), Number = number, ContractorId = RivalId, Reason = "Hinner inte" });
        Assert.Empty((await _scene.Rival.GetWorkOrderAsync(new() { Number = number })).WorkOrder.FailedVisits);
        Assert.Single((await _scene.Elsa.GetWorkOrderAsync(new() { Number = number })).WorkOrder.FailedVisits);
        Assert.Equal(0, (await _scene.EventsOfAsync(number))[^1].Summary.FailedVisits);
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_visit_is_told_at_once_and_nothing_happens()
    {
        var number = (await _scene.AcceptedAsync()).Number;
        var head = _scene.Head;
        var refusal = await Refusal.OfAsync(_scene.Firm.RecordFailedVisitAsync(new() { RequestId = NewId(), Number = number, Notice = (VisitNotice)99 }));
        Assert.Equal(["attempted_at", "notice", "text"], refusal.Fields.Order());

        foreach (var (at, reason) in new[] { (_clock.GetUtcNow().AddSeconds(1), "IN_THE_FUTURE"), (_clock.GetUtcNow().AddDays(-1), "BEFORE_THE_ORDER") })
        {
            refusal = await Refusal.OfAsync(_scene.Firm.RecordFailedVisitAsync(new()
            {
                RequestId = NewId(), Number = number, AttemptedAt = Timestamp.FromDateTimeOffset(at), Notice = VisitNotice.None, Text = "Ingen öppnade",
            }));
            Assert.Equal(("attempted_at", reason), (refusal.Fields[0], refusal.Detail<BadRequest>().FieldViolations[0].Reason));
        }
        refusal = await Refusal.OfAsync(_scene.Firm.RecordFailedVisitAsync(new()
        {
            RequestId = NewId(), Number = number, AttemptedAt = new() { Seconds = long.MaxValue }, Notice = VisitNotice.None, Text = "Ingen öppnade",
        }));
        Assert.Equal(["attempted_at"], refusal.Fields);
        Assert.Equal(head, _scene.Head);
    }

    [Fact]
    public async Task What_is_not_possible_now_says_what_is()
    {
        var number = (await _scene.OrderedAsync()).Number;
        var refusal = await Refusal.OfAsync(_scene.Firm.PauseWorkOrderAsync(
            new() { RequestId = NewId(), Number = number, Reason = PauseReason.TenantUnreachable, Text = "Svarar inte" }));
        refusal.Is(StatusCode.FailedPrecondition, "INVALID_STATE_TRANSITION");
        Assert.Equal(WorkOrderCommand.Pause, refusal.Detail<InvalidStateTransition>().RequestedCommand);
        Assert.Contains(WorkOrderCommand.RecordTenantContact, refusal.Detail<InvalidStateTransition>().AllowedCommands);

        (await Refusal.OfAsync(_scene.Rival.PauseWorkOrderAsync(
            new() { RequestId = NewId(), Number = number, Reason = PauseReason.TenantUnreachable, Text = "Svarar inte" })))
            .Is(StatusCode.NotFound, "WORK_ORDER_NOT_FOUND");
    }

    private Timestamp Now => Timestamp.FromDateTimeOffset(_clock.GetUtcNow());

    private static string Stockholm(Timestamp at) => $"{Domain.SwedishTime.Local(at.ToDateTimeOffset()):yyyy-MM-dd HH:mm}";

    private static DateTimeOffset At(string moment)
    {
        var local = DateTime.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);
        return Domain.SwedishTime.At(DateOnly.FromDateTime(local), local.TimeOfDay);
    }
}
