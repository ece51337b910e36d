namespace WorkOrders.Resilience.Tests;

/// <summary>A note that a writer wants on an order. Its text is unlike any other's, so that the log shows how often it was taken.</summary>
internal sealed record Wish(string RequestId, long Number, string Text)
{
    /// <summary>The commit that the server has acknowledged; 0 while it has not.</summary>
    public long Revision { get; set; }
}
