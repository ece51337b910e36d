using static WorkOrders.Domain.Tests.People;

namespace WorkOrders.Domain.Tests;

/// <summary>Who may answer whose questions, and for whom they wait.</summary>
public sealed class StandInTests : OrderRules
{
    private static readonly Actor Nils = new(ActorRole.Orderer, "nils", "Nils Bergqvist");
    private static readonly Actor Karin = new(ActorRole.Orderer, "karin", "Karin Ek");
    private static readonly DateOnly Today = SwedishTime.DateOf(Now);

    private static Command[] Asked => [.. Placed, Ask()];

    [Fact]
    public void A_question_is_its_orderers_and_a_dispatchers()
    {
        Assert.IsType<Decision.Happened>(Decide(Elsa, StandIns.None));
        Assert.IsType<Decision.Happened>(Decide(Dispatcher, StandIns.None));
    }

    [Fact]
    public void Nobody_elses_and_they_are_told_whose_it_is()
    {
        var refusal = Refused(Nils, StandIns.None);
        Assert.Equal((RefusalKind.QuestionNotYours, new WaitsFor(WaitsForKind.Orderer, "Elsa Österberg")), (refusal.Kind, refusal.WaitsFor));
        Assert.DoesNotContain(CommandKind.AnswerQuestion, refusal.Allowed);
        Assert.Contains(CommandKind.Cancel, refusal.Allowed);
    }

    [Fact]
    public void A_deputy_answers_as_long_as_the_orderer_is_away()
    {
        var away = Away(new(Today, Today.AddDays(1), new("nils", "Nils Bergqvist")));

        Assert.IsType<Decision.Happened>(Decide(Nils, On(away)));
        Assert.IsType<Decision.Happened>(Decide(Nils, On(away, Today.AddDays(1))));
        Refused(Nils, On(away, Today.AddDays(2)));
        Refused(Nils, On(away, Today.AddDays(-1)));
        var refusal = Refused(Karin, On(away));
        Assert.Equal(new WaitsFor(WaitsForKind.Deputy, "Nils Bergqvist", Today.AddDays(1)), refusal.WaitsFor);
    }

    [Fact]
    public void Without_a_deputy_everybody_of_the_team_answers()
    {
        Desk[] desks = [Elsas(new(Today, Today)) with { Team = "Farsta" }, new("nils", "Farsta"), new("karin", "Enskede")];

        Assert.IsType<Decision.Happened>(Decide(Nils, On(desks)));
        Assert.Equal(new WaitsFor(WaitsForKind.Team, "Farsta", Today), Refused(Karin, On(desks)).WaitsFor);
    }

    [Fact]
    public void A_team_without_a_name_is_none()
    {
        Desk[] desks = [Elsas(new(Today, Today)), new("nils")];

        Assert.Equal(new WaitsFor(WaitsForKind.Orderer, "Elsa Österberg", Today), Refused(Nils, On(desks)).WaitsFor);
    }

    [Fact]
    public void Who_is_away_may_answer_all_the_same() =>
        Assert.IsType<Decision.Happened>(Decide(Elsa, On(Away(new(Today, Today, new("nils", "Nils Bergqvist"))))));

    [Fact]
    public void A_deputys_deputy_is_none_of_the_first_ones()
    {
        Desk[] desks = [Elsas(new(Today, Today, new("nils", "Nils Bergqvist"))), new("nils", "", new(Today, Today, new("karin", "Karin Ek")))];

        Refused(Karin, On(desks));
        Assert.IsType<Decision.Happened>(Decide(Nils, On(desks)));
        Assert.Equal(["karin", "nils"], On(desks).AnsweredBy("karin"));
        Assert.Equal(["nils", "elsa"], On(desks).AnsweredBy("nils"));
    }

    [Fact]
    public void What_is_answered_already_is_said_before_whose_it_was() =>
        Assert.Equal(RefusalKind.QuestionNotOpen, Refused(Nils, StandIns.None, [.. Asked, Answer()]).Kind);

    private static Desk Elsas(Absence absence) => new("elsa", "", absence);

    private static Desk[] Away(Absence absence) => [Elsas(absence)];

    private static StandIns On(Desk[] desks, DateOnly? day = null) => new(desks, day ?? Today);

    private static Decision Decide(Actor by, StandIns standIns, Command[]? before = null) =>
        Decider.Decide(Order(before ?? Asked), Answer() with { By = by }, standIns: standIns);

    private static Refusal Refused(Actor by, StandIns standIns, Command[]? before = null) =>
        Assert.IsType<Decision.Refused>(Decide(by, standIns, before)).Refusal;
}
