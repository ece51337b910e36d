using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WorkOrders.Board.Shared;
using WorkOrders.Board.Wall;

namespace WorkOrders.Board;

public static class BoardSetup
{
    /// <summary>
    /// What the screens need on either side. A server that prerenders them also registers a <see cref="LoadWallBoard"/>.
    /// </summary>
    public static IServiceCollection AddBoard(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddScoped<Words>();
        services.TryAddScoped<BoardFeed>();
        // while prerendering nothing is followed: that begins in the browser
        services.TryAddScoped<WatchWall>(_ => (_, _) => AsyncEnumerable.Empty<IReadOnlyList<V1.WatchWorkOrdersResponse>>());
        return services;
    }

    /// <summary>The browser's lines to the server.</summary>
    internal static IServiceCollection AddWallServer(this IServiceCollection services, Uri origin)
    {
        services.AddSingleton(new WallServer(origin, new HttpClientHandler()));
        services.AddScoped<LoadWallBoard>(s => s.GetRequiredService<WallServer>().LoadAsync);
        services.AddScoped<WatchWall>(s => s.GetRequiredService<WallServer>().WatchAsync);
        return services;
    }
}
