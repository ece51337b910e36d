using static WorkOrders.Domain.Tests.People;
using static WorkOrders.Domain.Tests.SwedishClock;

namespace WorkOrders.Domain.Tests;

/// <summary>A question's own clock: four hours of working time until others must hear of it.</summary>
public sealed class QuestionClockTests : OrderRules
{
    private static readonly Terms Agreed = new(
        WorkingCalendar.Weekdays(TimeSpan.FromHours(8), TimeSpan.FromHours(16), day => day == new DateOnly(2026, 12, 24)),
        Enum.GetValues<Priority>().ToDictionary(p => p, _ => new Target(TimeSpan.FromHours(16), TimeSpan.FromHours(80))))
    {
        AnswerWithin = TimeSpan.FromHours(4),
    };

    private const string Monday = "2026-11-23 08:00";

    private static readonly (string, Command)[] Begun = [(Monday, RegisterAndPlace()), (Monday, Accept())];

    [Theory]
    [InlineData("2026-11-23 09:00", "2026-11-23 13:00")]
    [InlineData("2026-11-23 14:00", "2026-11-24 10:00")]
    [InlineData("2026-11-27 15:30", "2026-11-30 11:30")] // over a weekend
    [InlineData("2026-12-23 14:00", "2026-12-25 10:00")] // the eve of Christmas is off
    public void It_escalates_after_so_much_working_time(string asked, string escalates)
    {
        var order = Play([.. Begun, (asked, Ask())]);

        Assert.Equal(At(escalates), order.Questions[0].EscalatesAt);
        Assert.Equal(At(escalates), order.QuestionEscalatesAt());
    }

    [Fact]
    public void Of_an_emergency_it_waits_for_no_office_to_open()
    {
        var order = Play([(Monday, RegisterAndPlace() with { Details = Sink with { Priority = Priority.Emergency } }), ("2026-11-28 23:30", Ask())]);

        Assert.Equal(At("2026-11-29 03:30"), order.QuestionEscalatesAt());
    }

    [Fact]
    public void Another_priority_begins_it_anew_from_when_it_was_asked()
    {
        var order = Play([.. Begun, ("2026-11-23 15:00", Ask())]);

        Assert.Equal(At("2026-11-23 19:00"), Play(order, ("2026-11-23 15:30", Prioritize(Priority.Emergency))).QuestionEscalatesAt());
    }

    [Fact]
    public void Other_doings_leave_it_alone()
    {
        var order = Play([.. Begun, ("2026-11-23 09:00", Ask())]);
        var patient = Agreed with { AnswerWithin = TimeSpan.FromHours(8) };

        var noted = Happened(order, Note(text: "Portkod 1234"), "2026-11-23 10:00", patient);
        Assert.Same(order.Questions, noted.Questions);
        var asked = Happened(noted, Ask("Finns det hiss?"), "2026-11-23 10:00", patient);
        Assert.Equal([At("2026-11-23 13:00"), At("2026-11-24 10:00")], asked.Questions.Select(q => q.EscalatesAt!.Value));
        Assert.Equal(At("2026-11-23 13:00"), asked.QuestionEscalatesAt());
    }

    [Fact]
    public void The_first_of_several_counts_until_it_is_answered()
    {
        var order = Play([.. Begun, ("2026-11-23 09:00", Ask()), ("2026-11-23 11:00", Ask("Finns det hiss?"))]);

        Assert.Equal(At("2026-11-23 15:00"), Play(order, ("2026-11-23 12:00", Answer())).QuestionEscalatesAt());
        Assert.Null(Play(order, ("2026-11-23 12:00", Answer()), ("2026-11-23 12:00", Answer(question: 2))).QuestionEscalatesAt());
    }

    [Fact]
    public void An_answer_tells_after_how_much_working_time_it_came()
    {
        var order = Play([.. Begun, ("2026-11-27 15:30", Ask()), ("2026-11-30 08:45", Answer())]);

        var question = order.Questions[0];
        Assert.Equal(TimeSpan.FromMinutes(75), question.Answer!.InWorkingTime);
        Assert.Equal((new TimeSpan(2, 17, 15, 0), "Elsa Österberg"), (question.Answer.AnsweredAt - question.AskedAt, question.Answer.AnsweredBy.Name));
    }

    [Fact]
    public void One_that_is_older_than_clocks_gets_none_by_being_answered()
    {
        var order = Order([.. Accepted, Ask()])!;

        Assert.Null(Happened(order, Answer(), "2026-11-23 09:00", Agreed).Questions[0].Answer!.InWorkingTime);
    }

    [Fact]
    public void Nobody_hears_of_a_question_that_nobody_waits_for()
    {
        var order = Play([(Monday, RegisterAndPlace()), ("2026-11-23 09:00", Ask()), ("2026-11-23 10:00", Decline())]);

        Assert.Null(order.QuestionEscalatesAt());
    }

    private static WorkOrder Play(params (string, Command)[] commands) => Play(null, commands);

    private static WorkOrder Play(WorkOrder? order, params (string At, Command Command)[] commands) =>
        commands.Aggregate(order, (before, next) => Happened(before, next.Command, next.At, Agreed))!;

    private static WorkOrder Happened(WorkOrder? before, Command command, string at, Terms terms) =>
        Assert.IsType<Decision.Happened>(Decider.Decide(before, command with { At = At(at) }, terms: terms)).Order;
}
