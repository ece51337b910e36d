using Microsoft.EntityFrameworkCore;
using WorkOrders.Server.Store;

namespace WorkOrders.Server.Figures;

internal static class FiguresSetup
{
    public static void AddFigures(this WebApplicationBuilder builder)
    {
        builder.Services.AddPooledDbContextFactory<FiguresContext>((services, context) => context.UseDerivedFile(services.GetRequiredService<DataFolder>().Figures));
        builder.Services.AddSingleton<Projector>().AddHostedService(services => services.GetRequiredService<Projector>());
        builder.Services.AddSingleton<FigureQueries>();
    }
}
