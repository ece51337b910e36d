using static WorkOrders.Domain.Tests.People;

namespace WorkOrders.Domain.Tests;

/// <summary>Notes, questions, answers and messages: none of them changes the status.</summary>
public sealed class WordsTests : OrderRules
{
    [Fact]
    public void A_contractor_may_ask_before_accepting() =>
        Given(Placed).When(Ask("Ska blandaren bytas?")).Then(QuestionAsked("Ska blandaren bytas?"))
            .And(order => Assert.Equal(new Question(1, "Ska blandaren bytas?", Now, Contractor), Assert.Single(order.OpenQuestions)));

    [Fact]
    public void A_question_is_open_until_it_is_answered() =>
        Given([.. Placed, Ask(), Ask("Vilken modell?")]).When(Answer("Ja byt blandaren")).Then(QuestionAnswered("Ja byt blandaren"))
            .And(order =>
            {
                Assert.Equal("Vilken modell?", Assert.Single(order.OpenQuestions).Text);
                Assert.Equal(new Answer("Ja byt blandaren", Now, Elsa), order.Questions[0].Answer);
            });

    [Fact]
    public void A_question_is_not_answered_twice() =>
        Assert.Equal(2375, Given([.. Placed, Ask(), Answer()]).When(Answer()).ThenRefused(RefusalKind.QuestionNotOpen).Number);

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(-1)]
    public void A_question_that_was_never_asked_is_not_answered(int question) =>
        Given([.. Placed, Ask()]).When(Answer(question: question)).ThenRefused(RefusalKind.QuestionNotOpen);

    [Fact]
    public void A_question_waits_on_after_the_work_is_done() =>
        Given([.. Accepted, Ask(), Complete()]).When(Answer()).Then(QuestionAnswered("Ja byt blandaren"));

    [Fact]
    public void Nobody_waits_for_the_answer_once_the_order_is_with_another_contractor() =>
        Given([.. Placed, Ask(), Reassign()]).When(Answer()).ThenRefused(RefusalKind.QuestionNotOpen);

    [Fact]
    public void A_question_waits_again_when_the_order_comes_back_to_who_asked() =>
        Given([.. Placed, Ask(), Reassign(), Reassign(to: Testfirma)]).When(Answer()).Then(QuestionAnswered("Ja byt blandaren"));

    [Fact]
    public void Questions_keep_their_numbers() =>
        Given([.. Placed, Ask(), Answer()]).When(Ask("Och packningen?")).Then(QuestionAsked("Och packningen?", question: 2));

    [Fact]
    public void A_note_is_a_phrase_or_a_text_or_both()
    {
        Given(Placed).When(Note(Booked)).Then(NoteAdded(Booked));
        Given(Placed).When(Note(text: "Portkod 1234")).Then(NoteAdded(null, "Portkod 1234"));
        Given(Placed).When(Note(Booked, "kl. 8")).Then(NoteAdded(Booked, "kl. 8"));
        Given(Placed).When(Note(text: " ")).ThenRefused(RefusalKind.Malformed);
    }

    [Fact]
    public void A_message_expects_no_answer() =>
        Given(Placed).When(Message("Är på plats 8:00")).Then(MessageSent("Är på plats 8:00"))
            .And(order => Assert.Empty(order.OpenQuestions));
}
