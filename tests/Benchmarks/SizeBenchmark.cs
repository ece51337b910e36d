using System.Diagnostics;
using WorkOrders.Testing;
using WorkOrders.V1;

namespace WorkOrders.Benchmarks;

/// <summary>
/// What reading costs when there are ten times as many orders: figures, the matrix, a list's first page, the wall, one order.
/// Orders come in through the real door and are accepted, half of them done.
/// </summary>
internal static class SizeBenchmark
{
    private const int Reads = 50;

    private static readonly string[] Contractors = ["1999/99999", "1999/10001"];
    private static readonly string[] Clients = ["testfirma", "rorjouren"];

    public static async Task<int> RunAsync(int orders)
    {
        await using var server = await TestServer.StartAsync(new()
        {
            Settings = { ["Limits:MachineBurst"] = "100000000", ["Limits:MachineCallsPerMinute"] = "100000000" },
        });
        await FillAsync(server, 0, orders / 10);
        var few = await ReadAsync(server, orders / 10);
        await FillAsync(server, orders / 10, orders);
        var many = await ReadAsync(server, orders);

        Console.WriteLine($"{"",-28}{orders / 10,12} orders{"",14}{orders,12} orders{"",14}ratio of medians");
        foreach (var ((name, before), (_, after)) in few.Zip(many))
            Console.WriteLine($"{name,-28}{before}   {after}   {after.Median / before.Median:F2}");
        Console.WriteLine($"memory of the whole process: {Process.GetCurrentProcess().WorkingSet64 / 1_000_000} MB, with the client that fills it");
        return 0;
    }

    private static async Task FillAsync(TestServer server, int from, int to)
    {
        var begun = Stopwatch.GetTimestamp();
        var orderer = new WorkOrderService.WorkOrderServiceClient(server.As("elsa"));
        var firms = Clients.Select(c => new WorkOrderService.WorkOrderServiceClient(server.As(c))).ToArray();
        await Parallel.ForEachAsync(Enumerable.Range(from, to - from), new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (n, stop) =>
        {
            var number = (await orderer.RegisterWorkOrderAsync(
                new()
                {
                    RequestId = $"{Guid.NewGuid()}", Type = (WorkOrderType)(1 + n % 6), PlaceWithContractorId = Contractors[n % 2],
                    PropertyObject = new() { Number = $"{64_000_000 + n / 20}", Address = new() { Street = $"Torögatan {n % 200}" }, District = $"Område {n % 23}" },
                    Subject = new() { Space = "Kök", Unit = "Diskbänk", Phrase = "Blandare dåligt tryck", Description = "Kommer inget vatten" },
                }, cancellationToken: stop)).WorkOrder.Number;
            if (n % 100 == 0) return; // few are new on any day
            await firms[n % 2].AcceptWorkOrderAsync(new() { RequestId = $"{Guid.NewGuid()}", Number = number }, cancellationToken: stop);
            if (n % 10 != 1) await firms[n % 2].CompleteWorkOrderAsync(new() { RequestId = $"{Guid.NewGuid()}", Number = number, ActionPerformed = "Bytt blandare" }, cancellationToken: stop);
        });
        var figures = new FiguresService.FiguresServiceClient(server.As("dispatch"));
        while ((await figures.GetFiguresAsync(new())).IsCatchingUp) await Task.Delay(100);
        Console.WriteLine($"{to - from} orders written and reckoned in {Stopwatch.GetElapsedTime(begun).TotalSeconds:F0} s");
    }

    private static async Task<IReadOnlyList<(string Name, Timings Timings)>> ReadAsync(TestServer server, int orders)
    {
        var dispatch = new WorkOrderService.WorkOrderServiceClient(server.As("dispatch"));
        var firm = new WorkOrderService.WorkOrderServiceClient(server.As("testfirma"));
        var figures = new FiguresService.FiguresServiceClient(server.As("dispatch"));
        return
        [
            ("figures of 30 days", await Timings.OfAsync(Reads, async () => await figures.GetFiguresAsync(new()))),
            ("the landlord's matrix", await Timings.OfAsync(Reads, async () => await dispatch.GetStatusMatrixAsync(new()))),
            ("a contractor's matrix", await Timings.OfAsync(Reads, async () => await firm.GetStatusMatrixAsync(new()))),
            ("all orders, first page", await Timings.OfAsync(Reads, async () => await dispatch.ListWorkOrdersAsync(new()))),
            ("a contractor's new ones", await Timings.OfAsync(Reads, async () => await firm.ListWorkOrdersAsync(new() { Filter = new() { Statuses = { WorkOrderStatus.Ordered } } }))),
            ("the wall", await Timings.OfAsync(Reads, async () => await dispatch.GetWallBoardAsync(new()))),
            ("what waits for dispatch", await Timings.OfAsync(Reads, async () => await new DispatchService.DispatchServiceClient(server.As("dispatch")).ListAttentionAsync(new()))),
            ("one order", await Timings.OfAsync(Reads, async () => await firm.GetWorkOrderAsync(new() { Number = 1 + 2 * (orders / 4) }))),
        ];
    }
}
