using WorkOrders.Server.Hosting;

namespace WorkOrders.Server.Demonstration;

internal static class DemonstrationSetup
{
    public static void AddDemonstration(this WebApplicationBuilder builder)
    {
        var options = builder.AddSettings<DemonstrationOptions>("Demonstration");
        if (!options.Enabled)
            return;
        builder.Services.AddHostedService<DemonstrationAccounts>();
    }
}
