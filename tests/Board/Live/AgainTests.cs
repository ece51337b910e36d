using Microsoft.Extensions.Time.Testing;
using WorkOrders.Board.Live;

namespace WorkOrders.Board.Tests.Live;

public sealed class AgainTests
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly FakeTimeProvider _time = new();
    private TaskCompletionSource _working = new();
    private int _done;

    [Fact]
    public void The_first_time_is_at_once()
    {
        using var again = Again();

        again.Ask();

        Assert.Equal(1, _done);
    }

    [Fact]
    public void Whatever_is_asked_for_while_it_works_is_done_once_afterwards()
    {
        using var again = Again();
        again.Ask();
        again.Ask();
        again.Ask();
        Assert.Equal(1, _done);

        Finish();
        _time.Advance(Pause);
        Assert.Equal(2, _done);

        Finish();
        _time.Advance(Pause * 10);
        Assert.Equal(2, _done);
    }

    [Fact]
    public void Between_two_times_is_a_pause()
    {
        using var again = Again();
        again.Ask();
        Finish();
        again.Ask();

        _time.Advance(Pause - TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, _done);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(2, _done);
    }

    [Fact]
    public void After_a_rest_it_is_at_once_again()
    {
        using var again = Again();
        again.Ask();
        Finish();
        _time.Advance(Pause);

        again.Ask();

        Assert.Equal(2, _done);
    }

    [Fact]
    public void What_went_wrong_once_is_tried_again_when_it_is_asked_for()
    {
        using var again = Again();
        again.Ask();
        var working = _working;
        _working = new();
        working.SetException(new InvalidOperationException());

        again.Ask();

        Assert.Equal(2, _done);
    }

    [Fact]
    public void Once_disposed_it_does_nothing_more()
    {
        var again = Again();
        again.Ask();
        again.Ask();
        again.Dispose();

        Finish();
        _time.Advance(Pause * 10);

        Assert.Equal(1, _done);
    }

    private Again Again() => new(
        _ =>
        {
            _done++;
            return _working.Task;
        },
        Pause, _time);

    private void Finish()
    {
        var working = _working;
        _working = new();
        working.SetResult();
    }
}
