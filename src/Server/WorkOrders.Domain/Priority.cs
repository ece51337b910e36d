namespace WorkOrders.Domain;

/// <summary>How soon an order must be dealt with: by it, <see cref="Terms"/> tell what is due when.</summary>
public enum Priority
{
    /// <summary>Where nothing is chosen; also what orders have that are older than priorities.</summary>
    Normal,
    /// <summary>Akut: danger, or damage that grows. Its clocks run day and night.</summary>
    Emergency,
    /// <summary>Brådskande: can't wait for its turn.</summary>
    Urgent,
    /// <summary>Planerad: can be fitted in.</summary>
    Planned,
}
