namespace WorkOrders.Server.Feed;

internal static class FeedSetup
{
    public static void AddFeed(this WebApplicationBuilder builder)
    {
    }
}
