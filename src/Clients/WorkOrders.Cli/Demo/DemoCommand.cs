using System.CommandLine;
using WorkOrders.Cli.Commands;

namespace WorkOrders.Cli.Demo;

/// <summary>`ao demo`: the guide's scenario, and then a day of orders, checked against the server in the end.</summary>
internal static class DemoCommand
{
    public static Command Command()
    {
        var address = Inputs.Address();
        var pace = new Option<Pace>("--pace")
        {
            Description = "1x (20 events a minute), 10x, any other factor, or max.", HelpName = "pace",
            CustomParser = Pace.Parse, DefaultValueFactory = _ => new Pace(200),
        };
        var perMinute = Inputs.Between<double?>("--events-per-minute", 0.1, 60_000, "The pace in events a minute, instead of --pace.");
        var orders = Inputs.Between("--orders", 0, 10_000, "How many orders the day has besides the guide's three.");
        orders.DefaultValueFactory = _ => 25;
        var seed = new Option<int>("--seed") { Description = "Another number, another day.", DefaultValueFactory = _ => 1 };
        var patience = Inputs.Between(
            "--patience", 0.0, 86_400, "For how many seconds an outage of the server is waited out.");
        patience.DefaultValueFactory = _ => 600;

        return new Command(
            "demo", "Play a day against a server in demonstration mode: first the guide's scenario, then orders of all kinds.")
        {
            address, pace, perMinute, orders, seed, patience,
        }.Does(async (session, stop) =>
        {
            var chosen = session.Get(perMinute) is { } rate ? new Pace(rate) : session.Get(pace)!;
            var server = new Uri(session.Get(address)!);
            await Demonstration.CheckAsync(server, TimeSpan.FromSeconds(session.Get(Globals.RetryFor)), stop);
            using var troupe = new Troupe(server, TimeSpan.FromSeconds(session.Get(patience)));
            var demonstration = new Demonstration(troupe, chosen, session.Get(seed), new DemoScreen(session.Screen));
            return await demonstration.RunAsync(session.Get(orders), stop) ? ExitCode.Ok : ExitCode.Refused;
        });
    }
}
