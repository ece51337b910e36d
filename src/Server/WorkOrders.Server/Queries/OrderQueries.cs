namespace WorkOrders.Server.Queries;

/// <summary>All that can be asked about orders.</summary>
internal sealed record OrderQueries(
    OneOrder One, OrderPages Lists, StatusCounts Counts, OrderLog Log, Phrases Phrases, Questions Questions, WallBoard Wall);
