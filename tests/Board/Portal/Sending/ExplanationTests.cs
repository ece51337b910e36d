using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using WorkOrders.Board.Live;
using WorkOrders.Board.Portal.Sending;
using WorkOrders.Board.Shared;
using WorkOrders.V1;

namespace WorkOrders.Board.Tests.Portal.Sending;

public sealed class ExplanationTests
{
    private static readonly Because Refused = Because.Of(new Refusal(StatusCode.FailedPrecondition, new Google.Rpc.Status
    {
        Details =
        {
            Any.Pack(new LocalizedMessage { Locale = "sv-SE", Message = "Texten är för lång." }),
            Any.Pack(new LocalizedMessage { Locale = "en", Message = "The text is too long." }),
        },
    }));

    [Fact]
    public void It_says_what_happened_by_whom_and_when()
    {
        var because = Refused.After(Event(e => e.Cancelled = new() { Reason = "Dubblett" }));

        Assert.Equal(
            "Arbetsorder 2376 kunde inte accepteras: Driftcentralen makulerade den 2026-11-25 14:02 (Dubblett)",
            Plain(Explanation.Of(Given.Wish("a", 2376), because, In(Language.Swedish))));
        Assert.Equal(
            "Work order 2376 could not be accepted: Driftcentralen cancelled it 2026-11-25 14:02 (Dubblett)",
            Plain(Explanation.Of(Given.Wish("a", 2376), because, In(Language.English))));
    }

    [Fact]
    public void An_order_that_has_left_is_told_as_that_and_nothing_more()
    {
        Assert.Equal(
            "Noteringen på arbetsorder 2375 kunde inte sparas: den är inte längre hos er",
            Explanation.Of(Given.Note("", "text"), Refused with { IsGone = true }, In(Language.Swedish)));
    }

    [Fact]
    public void Otherwise_the_servers_own_sentence_is_told()
    {
        Assert.EndsWith(": Texten är för lång.", Explanation.Of(Given.Note("", "text"), Refused, In(Language.Swedish)));
        Assert.EndsWith(": The text is too long.", Explanation.Of(Given.Note("", "text"), Refused, In(Language.English)));
    }

    [Fact]
    public void Other_peoples_words_do_not_turn_ours_around()
    {
        var because = Refused.After(Event(e => e.Cancelled = new() { Reason = "טעות" }));

        Assert.EndsWith("(\u2068טעות\u2069)", Explanation.Of(Given.Wish("a", 2376), because, In(Language.Swedish)));
    }

    [Fact]
    public void Every_change_of_status_and_every_wish_has_its_words()
    {
        var words = In(Language.Swedish);
        WorkOrderEvent.KindOneofCase[] changes =
        [
            WorkOrderEvent.KindOneofCase.Registered, WorkOrderEvent.KindOneofCase.Placed, WorkOrderEvent.KindOneofCase.Accepted,
            WorkOrderEvent.KindOneofCase.Declined, WorkOrderEvent.KindOneofCase.Reassigned, WorkOrderEvent.KindOneofCase.Completed,
            WorkOrderEvent.KindOneofCase.Reopened, WorkOrderEvent.KindOneofCase.Invoiced, WorkOrderEvent.KindOneofCase.Cancelled,
        ];
        Assert.All(changes, c => Assert.NotEqual($"Sending.Change.{c}", words[$"Sending.Change.{c}"]));
        Assert.All(System.Enum.GetNames<WishKind>(), k => Assert.NotEqual($"Sending.Failed.{k}", words[$"Sending.Failed.{k}"]));
        Assert.All(System.Enum.GetNames<WishKind>(), k => Assert.NotEqual($"Sending.Kind.{k}", words[$"Sending.Kind.{k}"]));
    }

    private static WorkOrderEvent Event(Action<WorkOrderEvent> what)
    {
        var happened = new WorkOrderEvent
        {
            Actor = new() { DisplayName = "Driftcentralen", Role = Role.Dispatcher },
            CommitTime = Timestamp.FromDateTimeOffset(new(2026, 11, 25, 13, 2, 0, TimeSpan.Zero)),
        };
        what(happened);
        return happened;
    }

    private static Words In(Language language)
    {
        var words = new Words();
        words.Speak(language);
        return words;
    }

    private static string Plain(string text) => text.Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);
}
