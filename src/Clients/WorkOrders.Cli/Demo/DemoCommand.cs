using System.CommandLine;
using WorkOrders.Cli.Commands;

namespace WorkOrders.Cli.Demo;

/// <summary>`ao demo`: the guide's scenario, and then a day of orders, checked against the server in the end.</summary>
internal static class DemoCommand
{
    public static Command Command()
    {
        var address = new Option<string>("--address")
        {
            Description = "The server's gRPC address; AO_ADDRESS if left out, otherwise http://localhost:5081.",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("AO_ADDRESS") ?? "http://localhost:5081",
        };
        var pace = new Option<Pace>("--pace")
        {
            Description = "1x (20 events a minute), 10x, any other factor, or max; 10x if left out.", HelpName = "pace",
            CustomParser = Pace.Parse, DefaultValueFactory = _ => new Pace(200),
        };
        var perMinute = new Option<double?>("--events-per-minute")
        {
            Description = "The pace in events a minute, instead of --pace: 0.1 to 60000.",
        };
        var orders = new Option<int>("--orders")
        {
            Description = "How many orders the day has besides the guide's three: 0 to 10000; 25 if left out.",
            DefaultValueFactory = _ => 25,
        };
        var seed = new Option<int>("--seed") { Description = "Another number, another day; 1 if left out.", DefaultValueFactory = _ => 1 };
        var patience = new Option<double>("--patience")
        {
            Description = "For how many seconds an outage of the server is waited out; 600 if left out.",
            DefaultValueFactory = _ => 600,
        };

        var command = new Command(
            "demo", "Play a day against a server in demonstration mode: first the guide's scenario, then orders of all kinds.")
        {
            address, pace, perMinute, orders, seed, patience,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(orders) is < 0 or > 10_000)
                result.AddError("--orders takes 0 to 10000.");
            if (result.GetValue(perMinute) is { } rate && rate is not (>= 0.1 and <= 60_000))
                result.AddError("--events-per-minute takes 0.1 to 60000.");
            if (!Uri.TryCreate(result.GetValue(address), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
                result.AddError($"'{result.GetValue(address)}' is no address: such as http://localhost:5081.");
        });
        return command.Does(async (session, stop) =>
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
