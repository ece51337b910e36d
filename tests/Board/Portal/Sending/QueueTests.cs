using WorkOrders.Board.Portal.Sending;

namespace WorkOrders.Board.Tests.Portal.Sending;

public sealed class QueueTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 14, 2, 0, TimeSpan.Zero);

    [Fact]
    public void Wishes_go_in_the_order_in_which_they_were_made()
    {
        Wish[] wishes = [Given.Wish("a", 2375), Given.Wish("b", 2376)];

        Assert.Equal("a", Next(wishes));
    }

    [Fact]
    public void What_waits_for_its_photos_holds_back_its_own_order_and_no_other()
    {
        Wish[] wishes = [Given.Wish("a", 2375) with { Photos = ["not up"] }, Given.Wish("b", 2375), Given.Wish("c", 2376)];

        Assert.Equal("c", Next(wishes));
    }

    [Fact]
    public void What_the_server_has_forgotten_the_id_of_is_not_sent_unasked_and_nothing_behind_it()
    {
        Wish[] wishes = [Given.Wish("a", 2375) with { MadeAt = Now.AddDays(-6).AddSeconds(-1) }, Given.Wish("b", 2375)];

        Assert.Null(Next(wishes));
        Assert.True(Queue.NeedsDecision(wishes[0], Now));
    }

    [Fact]
    public void It_is_sent_once_somebody_has_decided_so()
    {
        Wish[] wishes = [Given.Wish("a", 2375) with { MadeAt = Now.AddDays(-20), Decided = true }];

        Assert.Equal("a", Next(wishes));
        Assert.False(Queue.NeedsDecision(wishes[0], Now));
    }

    [Fact]
    public void What_was_refused_is_not_sent_again_by_itself_and_holds_nothing_back()
    {
        Wish[] wishes = [Given.Wish("a", 2375) with { Because = new() }, Given.Wish("b", 2375)];

        Assert.Equal("b", Next(wishes));
        Assert.Null(Next(wishes[..1]));
    }

    private static string? Next(IEnumerable<Wish> wishes) => Queue.Next(wishes, w => w.Photos.Count == 0, Now)?.RequestId;
}
