namespace WorkOrders.Server.Demonstration;

internal static class DemonstrationSetup
{
    public static void AddDemonstration(this WebApplicationBuilder builder)
    {
        var options = builder.AddSettings<DemonstrationOptions>("Demonstration");
        if (!options.Enabled)
            return;
        builder.Services.AddHostedService<DemonstrationAccounts>();
        builder.Services.AddHostedService<DemonstrationOrders>();
        if (options.Banner)
            builder.Services.AddHostedService(services => ActivatorUtilities.CreateInstance<Banner>(services, Console.Out));
    }
}
