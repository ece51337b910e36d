using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Authorization;
using WorkOrders.Server.Accounts;
using WorkOrders.Server.Hosting.Pages;
using WorkOrders.Server.Store;

namespace WorkOrders.Server.Hosting;

internal static class HostingSetup
{
    public static void AddHosting(this WebApplicationBuilder builder)
    {
        var limits = builder.AddSettings<Limits>("Limits");
        var listening = builder.AddSettings<Listening>("Listen");
        var data = builder.AddSettings<DataFolder>("Data");
        data.Folder = Path.GetFullPath(data.Folder, builder.Environment.ContentRootPath);

        builder.Logging.AddLevels();
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            limits.Apply(kestrel);
            listening.Apply(kestrel);
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(limits.ShutdownSeconds));
        builder.Services.AddPages();
        builder.Services.AddGrpc(limits.Apply);
        builder.Services.PostConfigure<GrpcServiceOptions>(LimitsSetup.WithoutCompression);
        builder.Services.AddGrpcHealthChecks().AddCheck<Readiness>("ready");
        builder.Services.AddHostedService<ReadyLine>();
        builder.Services.AddSingleton<Faults>().AddSingleton<Drain>().AddSingleton<RateLimit>();
    }

    public static void MapHosting(this WebApplication app)
    {
        app.UseMiddleware<ContentSecurity>();
        app.UseRouting();
        app.UseMiddleware<SameOrigin>();
        app.UseRequestLocalization();
        app.Use(Languages.RememberAsync);
        app.UseGrpcWeb(new() { DefaultEnabled = true });
        app.UseMiddleware<DefaultDeadline>();
        app.UseWhen(context => context.Request.Path == TokenSetup.Path, tokens => tokens.UseMiddleware<TokenThrottle>());
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();

        app.MapPages();
        app.MapGrpcHealthChecksService().Add(AllowAnonymousHealth);
        app.MapHealthChecks("/healthz", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/readyz").AllowAnonymous();
    }

    // and not what comes with the first gRPC service that is mapped: the answer to services that are not there
    private static void AllowAnonymousHealth(EndpointBuilder endpoint)
    {
        if (endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } path }
            && path.TrimStart('/').StartsWith("grpc.health.v1.Health/", StringComparison.Ordinal))
            endpoint.Metadata.Add(new AllowAnonymousAttribute());
    }
}
