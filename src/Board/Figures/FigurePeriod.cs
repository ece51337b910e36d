using System.Globalization;

namespace WorkOrders.Board.Figures;

/// <summary>The periods that one can choose from: they end today.</summary>
public sealed record FigurePeriod(int Days)
{
    public static IReadOnlyList<FigurePeriod> All { get; } = [new(7), new(30), new(90), new(365)];

    private static readonly FigurePeriod Usual = All[1];

    public string Path => this == Usual ? "/figures" : string.Create(CultureInfo.InvariantCulture, $"/figures?days={Days}");

    /// <summary>Whatever else stands in the address is the usual one.</summary>
    public static FigurePeriod Of(string? days) => All.FirstOrDefault(p => p.Days.ToString(CultureInfo.InvariantCulture) == days) ?? Usual;
}
