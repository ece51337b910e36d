#pragma warning disable CA5394 // a play, not a secret: the same seed must give the same orders

namespace WorkOrders.Server.Demonstration;

/// <summary>Chance, in the terms of the generator.</summary>
internal static class Dice
{
    public static T Of<T>(this Random random, IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    /// <summary>Both ends included.</summary>
    public static int Between(this Random random, int from, int to) => random.Next(from, to + 1);

    public static bool Chance(this Random random, int percent) => random.Next(100) < percent;

    /// <summary>More often short than long.</summary>
    public static TimeSpan Wait(this Random random, TimeSpan from, TimeSpan to) => from + ((to - from) * Math.Pow(random.NextDouble(), 2));

    public static double Fraction(this Random random) => random.NextDouble();
}
