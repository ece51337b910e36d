using WorkOrders.Board.Dispatch.Orders;

namespace WorkOrders.Board.Tests.Dispatch;

public sealed class SelectionTests
{
    private readonly Selection _selection = new();

    public SelectionTests() => _selection.Shows([5, 4, 3, 2, 1]);

    [Fact]
    public void What_is_picked_twice_is_let_go()
    {
        _selection.Turn(4);
        _selection.Turn(2);
        _selection.Turn(4);
        Assert.Equal([2], _selection.Numbers);
    }

    [Fact]
    public void It_tells_them_as_they_stand_on_the_page()
    {
        _selection.Turn(1);
        _selection.Turn(5);
        Assert.Equal([5, 1], _selection.Numbers);
    }

    [Theory]
    [InlineData(2, 4)]
    [InlineData(4, 2)]
    public void With_shift_all_in_between_are_picked_in_either_direction(long first, long last)
    {
        _selection.Turn(first);
        _selection.Turn(last, through: true);
        Assert.Equal([4, 3, 2], _selection.Numbers);
    }

    [Fact]
    public void With_shift_all_in_between_are_let_go_as_the_last_one_is()
    {
        _selection.Set([5, 4, 3, 2, 1], pick: true);
        _selection.Turn(2);
        _selection.Turn(4, through: true);
        Assert.Equal([5, 1], _selection.Numbers);
    }

    [Fact]
    public void Shift_without_one_before_picks_the_one()
    {
        _selection.Turn(3, through: true);
        Assert.Equal([3], _selection.Numbers);
    }

    [Fact]
    public void What_is_not_shown_any_more_is_let_go()
    {
        _selection.Set([5, 3], pick: true);
        _selection.Shows([6, 5]);
        Assert.Equal((1, false), (_selection.Count, _selection.Has(3)));
        _selection.Shows([5, 3]);
        Assert.Equal([5], _selection.Numbers);
    }
}
