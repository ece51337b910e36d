using WorkOrders.Server.Tests.Accounts;
using WorkOrders.Testing;
using WorkOrders.V1;
using Client = WorkOrders.V1.WorkOrderService.WorkOrderServiceClient;

namespace WorkOrders.Server.Tests.Demonstration;

public sealed class DemonstrationTests
{
    [Fact]
    public async Task The_guides_orders_stand_as_in_the_guide_and_the_next_is_2378()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        var firm = new Client(server.As("testfirma"));
        var orders = (await firm.ListWorkOrdersAsync(new() { OrderBy = "number" })).WorkOrders;
        Assert.Equal([2375, 2376, 2377], orders.Select(o => o.Number));
        Assert.All(orders, o => Assert.Equal(
            (WorkOrderStatus.Ordered, "64010765", "Torögatan 51", "Elsa Österberg", "Test Testsson"),
            (o.Status, o.PropertyObject.Number, o.PropertyObject.Address.Street, o.Orderer.Name, o.Tenant.Name)));
        var day = orders[0].BundleNumber.Split('-')[1];
        Assert.Equal([$"64010765-{day}", $"64010765-{day}", $"64010765-{day}-1-1"], orders.Select(o => o.BundleNumber));

        var next = await firm.RegisterWorkOrderAsync(new()
        {
            RequestId = Guid.NewGuid().ToString(),
            Type = WorkOrderType.InspectionRound,
            PropertyObject = orders[0].PropertyObject,
            Subject = new() { Space = "Källare", Unit = "Ventil", Phrase = "Läcker" },
        });
        Assert.Equal(2378, next.WorkOrder.Number);
    }

    [Fact]
    public async Task Answers_of_the_last_days_wait_to_be_read_and_older_ones_do_not()
    {
        await using var server = await TestServer.StartAsync(new() { GeneratedOrders = 400, GuideOrders = true });
        using var session = await server.SignInAsync("1999/99999");

        var answered = await new Client(session.Calls()).ListQuestionsAsync(new() { State = QuestionState.Answered, PageSize = 200 });

        var fresh = TimeProvider.System.GetUtcNow().AddDays(-3);
        Assert.Contains(answered.Questions, q => !q.Unread);
        Assert.All(answered.Questions, q => Assert.Equal(q.Question.Answer.AnsweredAt.ToDateTimeOffset() >= fresh, q.Unread));
    }

    [Fact]
    public async Task Every_list_of_the_wall_has_something_on_it()
    {
        await using var server = await TestServer.StartAsync(new() { GeneratedOrders = 200, GuideOrders = true });
        var wall = await new Client(server.As("dispatch")).GetWallBoardAsync(new());
        Assert.Equal(203, wall.Matrix.Counts.Sum(c => c.Count), tolerance: 60);
        Assert.All([wall.OpenQuestions, wall.NotAccepted, wall.Declined, wall.Overdue], list => Assert.InRange(list.Total, 3, 60));
        var newest = (await new Client(server.As("dispatch")).ListWorkOrdersAsync(new() { PageSize = 200 })).WorkOrders;
        Assert.All(Enum.GetValues<Priority>().Skip(1), priority => Assert.Contains(newest, o => o.Priority == priority));
        Assert.Contains(newest, o => o.PauseReason is PauseReason.WaitingForParts);
        Assert.Contains(newest, o => o.FailedVisits.Count > 0);
        Assert.Equal(6, wall.Contractors.Count);
        Assert.All(Enum.GetValues<WorkOrderStatus>().Skip(1), status => Assert.Contains(wall.Matrix.Counts, c => c.Status == status));
        Assert.All(Enum.GetValues<WorkOrderType>().Skip(1), type => Assert.Contains(wall.Matrix.Counts, c => c.Type == type));
    }

    [Fact]
    public async Task The_generated_orders_end_before_the_guides_and_are_the_same_each_time()
    {
        await using var one = await TestServer.StartAsync(new() { GeneratedOrders = 30, GuideOrders = true });
        await using var other = await TestServer.StartAsync(new() { GeneratedOrders = 30, GuideOrders = true });
        var (first, second) = (await NumbersAndStreets(one), await NumbersAndStreets(other));
        Assert.Equal(Enumerable.Range(2345, 33).Select(n => (long)n), first.Select(o => o.Number));
        Assert.Equal(first, second);

        static async Task<List<(long Number, string Street)>> NumbersAndStreets(TestServer server) =>
            (await new Client(server.As("dispatch")).ListWorkOrdersAsync(new() { OrderBy = "number" })).WorkOrders
            .Select(o => (o.Number, o.PropertyObject.Address.Street)).ToList();
    }

    [Fact]
    public async Task Nobody_can_be_called_by_the_numbers()
    {
        await using var server = await TestServer.StartAsync(new() { GeneratedOrders = 150 });
        var orders = (await new Client(server.As("dispatch")).ListWorkOrdersAsync(new() { PageSize = 200 })).WorkOrders;
        var numbers = orders.Select(o => o.Tenant).OfType<Tenant>()
            .SelectMany(t => new[] { t.HomePhone, t.WorkPhone, t.MobilePhone }).Where(n => n.Length > 0).ToList();
        Assert.NotEmpty(numbers);
        Assert.All(numbers, number => Assert.Matches("^(070-17406(0[5-9]|[1-9][0-9])|08-465004[0-9][0-9])$", number));
    }

    [Fact]
    public async Task A_second_start_keeps_what_is_there()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        var firm = new Client(server.As("testfirma"));
        await firm.AcceptWorkOrderAsync(new() { RequestId = Guid.NewGuid().ToString(), Number = 2375 });
        await server.RestartAsync();
        var orders = (await firm.ListWorkOrdersAsync(new() { OrderBy = "number" })).WorkOrders;
        Assert.Equal([WorkOrderStatus.Accepted, WorkOrderStatus.Ordered, WorkOrderStatus.Ordered], orders.Select(o => o.Status));
    }
}
