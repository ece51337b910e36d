namespace WorkOrders.Board.Dispatch.Orders;

/// <summary>Which of the orders that are shown have been picked. What is not shown any more is let go: nothing is done unseen.</summary>
public sealed class Selection
{
    private readonly HashSet<long> _picked = [];
    private IReadOnlyList<long> _shown = [];
    private long? _last;

    public int Count => _picked.Count;

    /// <summary>As they stand on the page.</summary>
    public IReadOnlyList<long> Numbers => [.. _shown.Where(_picked.Contains)];

    public bool Has(long number) => _picked.Contains(number);

    public bool HasAll(IEnumerable<long> numbers) => numbers.All(_picked.Contains);

    public void Shows(IReadOnlyList<long> numbers)
    {
        _shown = numbers;
        _picked.IntersectWith(numbers);
    }

    /// <summary>Picks an order or lets it go; with <paramref name="through"/> all from the one before to this one, alike.</summary>
    public void Turn(long number, bool through = false)
    {
        var pick = !_picked.Contains(number);
        var (from, to) = (_last is { } last ? IndexOf(last) : -1, IndexOf(number));
        if (through && from >= 0 && to >= 0)
            Set(_shown.Skip(Math.Min(from, to)).Take(Math.Abs(from - to) + 1), pick);
        else
            Set([number], pick);
        _last = number;
    }

    public void Set(IEnumerable<long> numbers, bool pick)
    {
        if (pick)
            _picked.UnionWith(numbers);
        else
            _picked.ExceptWith(numbers);
    }

    public void Clear() => _picked.Clear();

    private int IndexOf(long number)
    {
        for (var i = 0; i < _shown.Count; i++)
        {
            if (_shown[i] == number)
                return i;
        }
        return -1;
    }
}
