using Google.Protobuf.WellKnownTypes;
using WorkOrders.Board.Shared;

namespace WorkOrders.Board.Figures;

/// <summary>Figures as people read them. What there is nothing to tell of is a dash.</summary>
internal static class FigureTexts
{
    public const string Nothing = "–";

    public static string Span(Duration? span, Words words) => span is null ? Nothing : Numbers.Age(span.ToTimeSpan(), words);

    public static string Share(V1.Figures figures, Words words) =>
        Percent(figures) is { } percent ? words.Format("Figures.Percent", percent) : Nothing;

    /// <summary>Whole percents, rounded down: 100 means all of them. Null if nothing was promised.</summary>
    public static int? Percent(V1.Figures figures) => figures.Promised == 0 ? null : (int)(100 * figures.Kept / figures.Promised);
}
