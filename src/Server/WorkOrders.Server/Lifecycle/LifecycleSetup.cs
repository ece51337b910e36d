
namespace WorkOrders.Server.Lifecycle;

internal static class LifecycleSetup
{
    public static void AddLifecycle(this WebApplicationBuilder builder)
    {
        builder.AddSettings<WriterSettings>("Writer");
        builder.Services.AddSingleton<Writer>().AddHostedService(services => services.GetRequiredService<Writer>());
        builder.Services.AddSingleton<PhraseCatalogue>();
    }
}
