namespace WorkOrders.Server.Accounts.Pairing;

internal static class PairingSetup
{
    public static void AddPairing(this WebApplicationBuilder builder)
    {
        builder.AddSettings<PairingSettings>("Pairing");
        builder.Services.AddSingleton<Pairings>().AddSingleton<Boards>().AddSingleton<PairingDesk>().AddSingleton<Screens>();
    }

    /// <summary>JSON, which no page of another site can send; and SameOrigin lets only our own pages send anything.</summary>
    public static void MapPairing(this WebApplication app)
    {
        app.MapPost(Screens.CodePath, (HttpContext context, Screens screens) => screens.Begin(context)).AllowAnonymous();
        app.MapPost(Screens.SessionPath, (HttpContext context, Screens.Poll poll, Screens screens, Microsoft.AspNetCore.Identity.IUserClaimsPrincipalFactory<Person> claims) =>
            screens.EnterAsync(context, poll, claims)).AllowAnonymous();
    }
}
