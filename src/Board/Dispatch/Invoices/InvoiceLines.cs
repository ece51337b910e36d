using WorkOrders.Board.Live;
using WorkOrders.V1;

namespace WorkOrders.Board.Dispatch.Invoices;

/// <summary>A line of a pasted list, and what has become of it.</summary>
/// <param name="Line">From 1, as somebody counts who looks at the list.</param>
/// <param name="Written">As it is written: nothing is trimmed or guessed.</param>
internal sealed record InvoiceLine(int Line, string Written)
{
    /// <summary>The order that was marked.</summary>
    public long? Marked { get; init; }

    public Refusal? Why { get; init; }

    /// <summary>The line that says the same, and whose outcome this one shares.</summary>
    public int? SameAs { get; init; }
}

/// <summary>A list of references as somebody pastes it: one on each line.</summary>
internal sealed record InvoiceLines(IReadOnlyList<InvoiceLine> Lines)
{
    public const int Most = 200;

    /// <summary>Each once.</summary>
    public IReadOnlyList<string> References => [.. Lines.Where(l => l.SameAs is null).Select(l => l.Written)];

    public int MarkedCount => Lines.Count(l => l.Marked is not null);

    /// <summary>The lines on which nothing was marked, to be put right and sent again.</summary>
    public string Left => string.Join('\n', Lines.Where(l => l.Marked is null && l.SameAs is null).Select(l => l.Written));

    /// <summary>Lines that are empty are none; all others are taken to the letter.</summary>
    public static InvoiceLines Of(string pasted)
    {
        var first = new Dictionary<string, int>();
        List<InvoiceLine> lines = [];
        foreach (var (index, text) in pasted.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n').Index())
        {
            if (text.Length == 0)
                continue;
            lines.Add(first.TryAdd(text, index + 1) ? new(index + 1, text) : new(index + 1, text) { SameAs = first[text] });
        }
        return new(lines);
    }

    /// <summary>With what the server has answered to <see cref="References"/>, in their order.</summary>
    public InvoiceLines With(MarkWorkOrdersInvoicedResponse answer)
    {
        var outcomes = References.Zip(answer.Results).ToDictionary(pair => pair.First, pair => pair.Second);
        return new([.. Lines.Select(line => outcomes[line.Written] is { WorkOrder: { } order }
            ? line with { Marked = order.Number }
            : line with { Why = outcomes[line.Written].Refusal?.ToRefusal() })]);
    }
}
