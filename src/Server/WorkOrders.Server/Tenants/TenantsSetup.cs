namespace WorkOrders.Server.Tenants;

internal static class TenantsSetup
{
    public static void AddTenants(this WebApplicationBuilder builder)
    {
        builder.AddSettings<TenantSettings>("Tenants");
        builder.Services.AddSingleton<LinkTokens>().AddSingleton<TenantLinks>().AddSingleton<TenantDrawing>();
    }
}
