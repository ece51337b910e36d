using WorkOrders.Board.Dispatch;
using WorkOrders.V1;

namespace WorkOrders.Board.Tests.Dispatch;

/// <summary>Whoever presses again because no answer came does nothing twice.</summary>
public sealed class OneWishTests
{
    private readonly OneWish<ReassignWorkOrdersRequest> _once = new();

    [Fact]
    public void The_same_wish_has_the_same_id_until_it_is_answered()
    {
        var first = _once.Of(Wish("Sjukdom"));
        Assert.True(Guid.TryParse(first.RequestId, out _));
        Assert.Equal(first.RequestId, _once.Of(Wish("Sjukdom")).RequestId);
        _once.Answered();
        Assert.NotEqual(first.RequestId, _once.Of(Wish("Sjukdom")).RequestId);
    }

    [Fact]
    public void Another_wish_has_another_id() =>
        Assert.NotEqual(_once.Of(Wish("Sjukdom")).RequestId, _once.Of(Wish("Semester")).RequestId);

    [Fact]
    public void One_that_was_kept_goes_on_under_its_id()
    {
        var kept = Wish("Sjukdom");
        kept.RequestId = "6f1c2a9e-0000-4000-8000-123456789abc";
        _once.Resume(kept);
        Assert.Equal(kept.RequestId, _once.Of(Wish("Sjukdom")).RequestId);
    }

    [Fact]
    public void What_is_filled_in_stays_as_it_is()
    {
        var wish = Wish("Sjukdom");
        _once.Of(wish);
        Assert.Empty(wish.RequestId);
    }

    private static ReassignWorkOrdersRequest Wish(string reason) => new() { Numbers = { 1, 2 }, ContractorId = "1999/99999", Reason = reason };
}
