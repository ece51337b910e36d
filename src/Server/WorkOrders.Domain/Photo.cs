namespace WorkOrders.Domain;

/// <summary>A photo that comes with a note or a completion: which one, and its size in pixels. Its bytes lie elsewhere.</summary>
public sealed record Photo(Guid Id, int Width, int Height)
{
    /// <summary>How many may come with one note.</summary>
    public const int MostAtOnce = 10;
}
