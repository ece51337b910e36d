using Grpc.Core;
using WorkOrders.V1;

namespace WorkOrders.Server.Tests.Lifecycle;

public sealed class RaceTests(Scene scene) : IClassFixture<Scene>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_many_who_accept_at_once_one_wins(bool withEtag)
    {
        var order = await scene.OrderedAsync();
        var head = scene.Head;
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => CodeOf(scene.Firm.AcceptWorkOrderAsync(
            new() { RequestId = Scene.NewId(), Number = order.Number, Etag = withEtag ? order.Etag : "" }))));

        Assert.Equal(1, outcomes.Count(c => c is StatusCode.OK));
        Assert.Equal(31, outcomes.Count(c => c == (withEtag ? StatusCode.Aborted : StatusCode.FailedPrecondition)));
        Assert.Equal(head + 1, scene.Head);
    }

    [Fact]
    public async Task Under_parallel_load_revisions_and_versions_have_no_gaps()
    {
        await using var own = await Scene.StartAsync();
        var orders = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => own.OrderedAsync()));
        await Task.WhenAll(Enumerable.Range(0, 400).Select(i => own.Firm.AddNoteAsync(
            new() { RequestId = Scene.NewId(), Number = orders[i % 8].Number, Text = $"Rad {i}" }).ResponseAsync));

        var log = await own.LogAsync();
        Assert.Equal(Enumerable.Range(1, 408).Select(i => (long)i), log.Select(e => e.Revision));
        foreach (var order in log.GroupBy(e => e.Number))
            Assert.Equal(Enumerable.Range(1, 51), order.Select(e => e.OrderVersion));
        Assert.Equal(log.Select(e => e.CommittedAt).Order(), log.Select(e => e.CommittedAt));
        Assert.Equal(408, log.Select(e => e.EventId).Distinct().Count());
    }

    [Fact]
    public async Task Orders_registered_at_once_get_numbers_in_a_row()
    {
        await using var own = await Scene.StartAsync();
        var orders = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => own.OrderedAsync()));

        var log = await own.LogAsync();
        Assert.Equal(log.Select(e => e.Number), log.Select(e => e.Number).Order());
        Assert.Equal(Enumerable.Range((int)log[0].Number, 50).Select(i => (long)i), orders.Select(o => o.Number).Order());
    }

    [Fact]
    public async Task A_caller_that_goes_away_undoes_nothing()
    {
        var number = (await scene.AcceptedAsync()).Number;
        using var gone = new CancellationTokenSource();
        var calls = Enumerable.Range(0, 20).Select(_ => CodeOf(scene.Firm.AddNoteAsync(
            new() { RequestId = Scene.NewId(), Number = number, Text = "Kvar" }, cancellationToken: gone.Token))).ToList();
        await gone.CancelAsync();
        var ok = (await Task.WhenAll(calls)).Count(c => c is StatusCode.OK);

        var notes = (await scene.EventsOfAsync(number)).Count(e => e.KindCase == WorkOrderEvent.KindOneofCase.NoteAdded);
        Assert.InRange(notes, ok, 20);
        Assert.Equal(WorkOrderStatus.Completed, (await scene.Firm.CompleteWorkOrderAsync(
            new() { RequestId = Scene.NewId(), Number = number, ActionPerformed = "Klart" })).WorkOrder.Status);
    }

    private static async Task<StatusCode> CodeOf<T>(AsyncUnaryCall<T> call)
    {
        try
        {
            await call;
            return StatusCode.OK;
        }
        catch (RpcException e)
        {
            return e.StatusCode;
        }
    }
}
