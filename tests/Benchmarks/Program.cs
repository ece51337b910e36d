using System.Globalization;
using WorkOrders.Benchmarks;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return args switch
{
    ["desk"] => await DeskBenchmark.RunAsync(questions: 100),
    ["desk", "--questions", var text] when Count(text) is { } count => await DeskBenchmark.RunAsync(count),
    ["size"] => await SizeBenchmark.RunAsync(orders: 100_000),
    ["size", "--orders", var text] when Count(text) is { } count => await SizeBenchmark.RunAsync(count),
    _ => Usage(),
};

static int? Count(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 10 and <= 10_000_000 ? count : null;

static int Usage()
{
    Console.Error.WriteLine("""
        Which benchmark?
          desk [--questions 100]   from a contractor's question to the pixels of the orderer's desk
          size [--orders 100000]   what reading costs with ten times the orders
        Counts are from 10 to 10000000.
        """);
    return 2;
}
