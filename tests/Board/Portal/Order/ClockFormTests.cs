using WorkOrders.Board.Portal.Order;
using WorkOrders.Board.Shared;
using WorkOrders.V1;

namespace WorkOrders.Board.Tests.Portal.Order;

/// <summary>The forms about an order's deadlines: their fields, and what must be in them.</summary>
public sealed class ClockFormTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 11, 0, 0, TimeSpan.Zero); // noon in Stockholm
    private static readonly WorkOrder Order = new() { Number = 2375, Priority = Priority.Urgent };

    [Fact]
    public void There_are_those_that_the_server_allows() => Assert.Equal(
        [ClockAction.Contact, ClockAction.Pause, ClockAction.Visit],
        ClockForm.Allowed([WorkOrderCommand.AddNote, WorkOrderCommand.RecordFailedVisit, WorkOrderCommand.Pause, WorkOrderCommand.RecordTenantContact]));

    [Fact]
    public void A_visit_was_now_unless_somebody_says_otherwise_and_nobody_chooses_how_it_was_announced()
    {
        var draft = ClockForm.Begin(ClockAction.Visit, Order, Noon);

        Assert.Equal(("2026-11-23T12:00", ""), (draft[ClockForm.AttemptedAt].Mine, draft[ClockForm.Notice].Mine));
        Assert.Equal([ClockForm.Notice, ClockForm.Text], ClockForm.Missing(ClockAction.Visit, draft).Keys.Order());
        Assert.Empty(ClockForm.Missing(ClockAction.Visit, draft.Type(ClockForm.Notice, "Paper").Type(ClockForm.Text, "Ingen öppnade")));
    }

    [Theory]
    [InlineData("2026-11-23T12:00", 0)]
    [InlineData("2026-11-23T12:00:30", 30)]
    [InlineData("2026-07-01T12:00", null)]
    public void A_moment_is_one_of_the_swedish_clock(string text, int? secondsAfterNoon) => Assert.Equal(
        secondsAfterNoon is { } seconds ? Noon.AddSeconds(seconds) : new DateTimeOffset(2026, 7, 1, 10, 0, 0, TimeSpan.Zero), ClockForm.InstantOf(text));

    [Theory]
    [InlineData("")]
    [InlineData("i går")]
    [InlineData("2026-11-31T12:00")]
    public void What_is_no_moment_is_told_beside_its_field(string text)
    {
        var draft = ClockForm.Begin(ClockAction.Visit, Order, Noon).Type(ClockForm.AttemptedAt, text);

        Assert.Equal(
            text.Length == 0 ? "Order.Required" : "Order.Clock.NoInstant", ClockForm.Missing(ClockAction.Visit, draft)[ClockForm.AttemptedAt]);
    }

    [Fact]
    public void A_pause_says_what_is_waited_for_and_a_contact_needs_no_words()
    {
        Assert.Equal([ClockForm.Text], ClockForm.Missing(ClockAction.Pause, ClockForm.Begin(ClockAction.Pause, Order, Noon)).Keys);
        Assert.Empty(ClockForm.Missing(ClockAction.Contact, ClockForm.Begin(ClockAction.Contact, Order, Noon)));
        Assert.Empty(ClockForm.Missing(ClockAction.Resume, ClockForm.Begin(ClockAction.Resume, Order, Noon)));
    }

    [Fact]
    public void A_priority_begins_with_the_orders_own() =>
        Assert.Equal("Urgent", ClockForm.Begin(ClockAction.Priority, Order, Noon)[ClockForm.Priority].Mine);

    [Fact]
    public void An_answer_is_waited_for_by_asking() =>
        Assert.Equal([nameof(PauseReason.WaitingForParts), nameof(PauseReason.TenantUnreachable)], ClockForm.Options(ClockForm.Reason));

    [Theory]
    [InlineData(Language.Swedish)]
    [InlineData(Language.English)]
    public void Every_form_field_and_choice_has_its_words(Language language)
    {
        var words = new Words();
        words.Speak(language);
        string[] keys =
        [
            .. Enum.GetValues<ClockAction>().SelectMany(a => new[] { $"Order.Clock.{a}", $"Order.Clock.{a}.Send", $"Order.Clock.{a}.Done" }),
            .. Enum.GetValues<ClockAction>().Where(a => a is not ClockAction.Priority).Select(a => $"Order.Clock.{a}.Text"),
            .. new[] { ClockForm.Reason, ClockForm.Notice, ClockForm.AttemptedAt, ClockForm.Priority }.Select(f => $"Order.ClockField.{f}"),
            .. Enum.GetValues<VisitNotice>().Select(n => $"Order.Notice.{n}"),
            .. Enum.GetValues<PauseReason>().Select(r => $"Pause.{r}"),
            .. ClockForm.Options(ClockForm.Priority).Select(p => $"Priority.{p}"),
        ];

        Assert.All(keys, key => Assert.NotEqual(key, words[key]));
    }

    [Theory]
    [InlineData(WorkOrderStatus.Accepted, -1, PauseReason.Unspecified, ShapeKind.Overdue)]
    [InlineData(WorkOrderStatus.Accepted, -1, PauseReason.WaitingForParts, ShapeKind.Overdue)] // late before it was paused
    [InlineData(WorkOrderStatus.Accepted, 1, PauseReason.Unspecified, null)]
    [InlineData(WorkOrderStatus.Accepted, null, PauseReason.WaitingForAnswer, ShapeKind.Paused)]
    [InlineData(WorkOrderStatus.Completed, -1, PauseReason.Unspecified, null)]
    public void An_order_is_late_or_waits_or_neither(WorkOrderStatus status, int? hours, PauseReason paused, ShapeKind? expected)
    {
        var order = new WorkOrder { Status = status, Priority = Priority.Normal, PauseReason = paused };
        if (hours is { } h)
            order.DueAt = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(Noon.AddHours(h));

        Assert.Equal(expected, DeadlineText.State(order, Noon));
    }
}
