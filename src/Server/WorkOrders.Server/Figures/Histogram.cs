namespace WorkOrders.Server.Figures;

/// <summary>
/// How long things took, as counts in steps that are each 5 % wider than the one before: small whatever the number of
/// things, can be added up, and any share of them is known to within 2.5 %.
/// </summary>
internal sealed class Histogram
{
    private const double Step = 1.05;

    private readonly SortedDictionary<int, long> _counts = [];

    public long Count { get; private set; }

    /// <summary>Less than a second counts as one: clocks are no more exact than that.</summary>
    public void Add(TimeSpan span) => Add((int)Math.Floor(Math.Log(Math.Max(1, span.TotalSeconds), Step)), 1);

    public void Add(Histogram other)
    {
        foreach (var (step, count) in other._counts) Add(step, count);
    }

    /// <summary>So great a share of them took no longer. Null if there are none.</summary>
    /// <param name="share">Above 0, at most 1.</param>
    public TimeSpan? Quantile(double share)
    {
        var left = (long)Math.Ceiling(share * Count);
        foreach (var (step, count) in _counts)
        {
            left -= count;
            if (left <= 0) return TimeSpan.FromSeconds(Math.Pow(Step, step + 0.5));
        }
        return null;
    }

    public byte[] Write()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        foreach (var (step, count) in _counts)
        {
            writer.Write7BitEncodedInt(step);
            writer.Write7BitEncodedInt64(count);
        }
        return bytes.ToArray();
    }

    public static Histogram Read(byte[] written)
    {
        var histogram = new Histogram();
        using var reader = new BinaryReader(new MemoryStream(written));
        while (reader.BaseStream.Position < written.Length)
            histogram.Add(reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt64());
        return histogram;
    }

    private void Add(int step, long count)
    {
        _counts[step] = _counts.GetValueOrDefault(step) + count;
        Count += count;
    }
}
