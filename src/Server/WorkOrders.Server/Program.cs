using WorkOrders.Server.Accounts;
using WorkOrders.Server.Calendar;
using WorkOrders.Server.Demonstration;
using WorkOrders.Server.Endpoints;
using WorkOrders.Server.Feed;
using WorkOrders.Server.Figures;
using WorkOrders.Server.Hosting;
using WorkOrders.Server.Lifecycle;
using WorkOrders.Server.Photos;
using WorkOrders.Server.Queries;
using WorkOrders.Server.Store;
using WorkOrders.Server.Tenants;

namespace WorkOrders.Server;

internal static class Program
{
    public static Task<int> Main(string[] args) => Start.RunAsync(builder => Build(builder, TimeProvider.System), args);

    /// <summary>The whole server; tests build it in their own process, with a clock of theirs.</summary>
    public static WebApplication Build(WebApplicationBuilder builder, TimeProvider clock)
    {
        builder.Services.AddSingleton(clock);

        builder.AddHosting();        // ports, limits, headers, health, shutdown
        builder.AddStore();          // the log and the rows, in one SQLite file
        builder.AddCalendar();       // when people are at work, and what is due when
        builder.AddLifecycle();      // commands in, events out
        builder.AddQueries();        // what the orders look like now
        builder.AddFigures();        // how much, how fast, how reliably: reckoned from the log
        builder.AddFeed();           // events on to contractors' systems and wall boards
        builder.AddAccounts();       // who is calling, and what they may do
        builder.AddPhotos();         // photos on notes: resumable uploads, and who may look
        builder.AddTenants();        // links that show an order to its tenant
        builder.AddDemonstration();  // orders and sign-ins to try it out with
        builder.AddEndpoints();      // the doors: gRPC services, the hub, lists as files

        var app = builder.Build();

        app.MapHosting();
        app.MapAccounts();
        app.MapPhotos();
        app.MapEndpoints();
        return app;
    }
}
