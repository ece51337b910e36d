namespace WorkOrders.Board.Portal.Keeping;

/// <summary>An answer of the server's as it is kept: its bytes, and when it came, in milliseconds of the Unix epoch.</summary>
public sealed record KeptAnswer(long At, byte[] Bytes)
{
    public DateTimeOffset CameAt => DateTimeOffset.FromUnixTimeMilliseconds(At);
}

/// <summary>How many of a kind are kept is limited by kind.</summary>
public enum AnswerGroup
{
    /// <summary>Of one order.</summary>
    Order,
    /// <summary>Names many orders.</summary>
    List,
    /// <summary>Names none.</summary>
    Other,
}
