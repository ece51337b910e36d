using Microsoft.Extensions.Time.Testing;
using WorkOrders.Server.Tests.Lifecycle;
using WorkOrders.V1;
using static WorkOrders.Server.Tests.Lifecycle.Scene;

namespace WorkOrders.Server.Tests.Queries;

public sealed class SearchTests
{
    private readonly FakeTimeProvider _clock = new(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Each_word_must_begin_some_word_of_the_order()
    {
        await using var scene = await StartAsync();
        var order = await scene.OrderedAsync("64010765");
        foreach (var text in new[] { "torögatan", "TORÖG", "51 torö", "bland", "kommer vatten", "testsson", "6401", $"{order.Number}", order.BundleNumber })
            Assert.Equal(order.Number, Assert.Single(await FindAsync(scene.Elsa, text)).Number);
        foreach (var text in new[] { "ögatan", "torogatan", "bland diskmaskin", "0799999999" })
            Assert.Empty(await FindAsync(scene.Elsa, text));
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("tor* OR 1")]
    [InlineData("tenant : test")]
    [InlineData("NEAR(a b)")]
    [InlineData("'; DROP TABLE work_orders; --")]
    public async Task What_is_looked_for_is_words_and_never_a_query(string text)
    {
        await using var scene = await StartAsync();
        await scene.OrderedAsync();
        try
        {
            Assert.Empty(await FindAsync(scene.Elsa, text));
        }
        catch (Grpc.Core.RpcException refusal)
        {
            Assert.Equal(["filter.text"], new Refusal(refusal).Fields);
        }
        Assert.Single(await FindAsync(scene.Elsa, "torö"));
    }

    [Fact]
    public async Task A_tenants_name_finds_nothing_whose_tenant_the_contractor_may_no_longer_see()
    {
        await using var scene = await StartAsync(new() { Clock = _clock });
        var number = (await scene.CompletedAsync()).Number;
        await scene.Dispatch.MarkWorkOrderInvoicedAsync(new() { RequestId = NewId(), Number = number });
        Assert.Single(await FindAsync(scene.Firm, "testsson"));

        await scene.Server.SleepAsync(TimeSpan.FromDays(31));
        Assert.Empty(await FindAsync(scene.Firm, "testsson"));
        Assert.Single(await FindAsync(scene.Firm, "torögatan"));
        Assert.Single(await FindAsync(scene.Elsa, "testsson"));
    }

    private static async Task<IReadOnlyList<WorkOrder>> FindAsync(WorkOrderService.WorkOrderServiceClient client, string text) =>
        (await client.ListWorkOrdersAsync(new() { Filter = new() { Text = text } })).WorkOrders;
}
