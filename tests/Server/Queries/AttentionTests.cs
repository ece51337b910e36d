using Grpc.Core;
using Microsoft.Extensions.Time.Testing;
using WorkOrders.Server.Tests.Lifecycle;
using WorkOrders.V1;
using static WorkOrders.V1.DispatchService;

namespace WorkOrders.Server.Tests.Queries;

/// <summary>What waits for a dispatcher: each order in the first group that fits, the longest waiting first.</summary>
public sealed class AttentionTests
{
    // a Friday, at three in the afternoon in Sweden: offices close at four
    private readonly FakeTimeProvider _clock = new(new(2026, 11, 27, 14, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Declined_forgotten_and_overdue_ones_are_told_apart_and_all_others_are_the_rest()
    {
        await using var scene = await StartAsync();
        var forgotten = (await scene.OrderedAsync()).Number;
        var declined = await DeclinedAsync(scene);
        var late = await PlannedAsync(scene, (await scene.AcceptedAsync()).Number);
        var lateAndForgotten = await PlannedAsync(scene, (await scene.OrderedAsync()).Number);
        _clock.Advance(TimeSpan.FromDays(4));
        var fresh = (await scene.OrderedAsync()).Number;
        var done = (await scene.CompletedAsync()).Number;

        var answer = await Desk(scene).ListAttentionAsync(new());
        Assert.Equal(8, answer.ForgottenHours);
        Assert.Equal(
            [(Attention.Declined, 1), (Attention.Forgotten, 2), (Attention.Overdue, 1)], answer.Groups.Select(g => (g.Attention, g.Total)));
        Assert.Equal(("Hinner inte", _clock.GetUtcNow().AddDays(-4)), (answer.Groups[0].WorkOrders[0].DeclineReason, answer.Groups[0].WorkOrders[0].DeclinedAt.ToDateTimeOffset()));
        Assert.Equal([[declined], [forgotten, lateAndForgotten], [late]], answer.Groups.Select(g => g.WorkOrders.Select(o => o.Number)));
        Assert.Equal([done, fresh], await NumbersAsync(scene, Attention.None));
        Assert.Equal(late, Assert.Single(await NumbersAsync(scene, Attention.Overdue)));
    }

    [Fact]
    public async Task An_order_is_forgotten_when_the_hours_of_work_are_over_and_not_before()
    {
        await using var scene = await StartAsync(new() { ["Dispatch:ForgottenHours"] = "4" });
        var number = (await scene.OrderedAsync()).Number;
        // until Monday at eleven: nobody is at work on a weekend
        _clock.Advance(TimeSpan.FromHours(68));
        Assert.Empty(await NumbersAsync(scene, Attention.Forgotten));
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal([number], await NumbersAsync(scene, Attention.Forgotten));

        // with another contractor it waits anew
        await scene.Dispatch.ReassignWorkOrderAsync(new() { RequestId = Scene.NewId(), Number = number, ContractorId = Scene.RivalId, Reason = "Hinner inte" });
        Assert.Empty(await NumbersAsync(scene, Attention.Forgotten));
    }

    [Fact]
    public async Task A_filter_narrows_every_group_and_a_total_counts_what_is_not_shown()
    {
        await using var scene = await StartAsync();
        for (var i = 0; i < 3; i++) await DeclinedAsync(scene);
        var answer = await Desk(scene).ListAttentionAsync(new() { PageSize = 2 });
        Assert.Equal((3, 2), (answer.Groups[0].Total, answer.Groups[0].WorkOrders.Count));
        var none = await Desk(scene).ListAttentionAsync(new() { Filter = new() { ContractorId = Scene.RivalId } });
        Assert.All(none.Groups, g => Assert.Equal(0, g.Total));
    }

    [Fact]
    public async Task Contractors_have_no_such_list()
    {
        await using var scene = await StartAsync();
        var refusal = await Refusal.OfAsync(scene.Firm.ListWorkOrdersAsync(new() { Filter = new() { Attention = Attention.Forgotten } }));
        refusal.Is(StatusCode.InvalidArgument, "FIELD_VIOLATION");
        Assert.Equal(["filter.attention"], refusal.Fields);
    }

    private Task<Scene> StartAsync(Dictionary<string, string>? settings = null) =>
        Scene.StartAsync(new() { Clock = _clock, Settings = settings ?? [] });

    private static DispatchServiceClient Desk(Scene scene) => new(scene.Server.As("dispatch"));

    private static async Task<long> DeclinedAsync(Scene scene)
    {
        var number = (await scene.OrderedAsync()).Number;
        await scene.Firm.DeclineWorkOrderAsync(new() { RequestId = Scene.NewId(), Number = number, Reason = "Hinner inte" });
        return number;
    }

    private static async Task<long> PlannedAsync(Scene scene, long number)
    {
        await scene.Dispatch.UpdateWorkOrderAsync(new()
        {
            RequestId = Scene.NewId(), Number = number, Changes = new() { PlannedFor = "2019-08-20" }, UpdateMask = new() { Paths = { "planned_for" } },
        });
        return number;
    }

    private static async Task<IReadOnlyList<long>> NumbersAsync(Scene scene, Attention attention) =>
        [.. (await scene.Dispatch.ListWorkOrdersAsync(new() { Filter = new() { Attention = attention } })).WorkOrders.Select(o => o.Number)];
}
