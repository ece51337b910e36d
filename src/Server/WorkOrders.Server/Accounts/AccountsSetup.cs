using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using OpenIddict.Validation.AspNetCore;
using WorkOrders.Server.Accounts.Pairing;
using WorkOrders.Server.Store;

namespace WorkOrders.Server.Accounts;

internal static class AccountsSetup
{
    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        var data = builder.Settings<DataFolder>();
        var options = builder.AddSettings<AccountsOptions>("Accounts");
        var services = builder.Services;
        services.AddDbContext<AccountsContext>(context => context.UseWorkOrdersFile(data, AccountsContext.MigrationsTable));
        services.AddHostedService<AccountsMigration>();
        services.AddScoped<MachineClients>().AddScoped<MyAccount>().AddScoped<NewAccounts>().AddScoped<Orderers>().AddSingleton<Contractors>();
        services.AddScoped<AccountChanges>().AddScoped<ContractorAccounts>().AddScoped<ContractorPeople>().AddScoped<ContractorMachines>();
        services.AddScoped<ContractorList>().AddSingleton<ShownOnce>().AddSingleton<Standing>();
        services.AddSingleton<OpenStreams>().AddHostedService(all => all.GetRequiredService<OpenStreams>());

        services.AddDataProtection().SetApplicationName("workorders").PersistKeysToFileSystem(Keys.Folder(data.Keys));
        services.AddTokens(options, data);
        services.AddPeople(options);
        builder.AddPairing();
        services.AddAuthentication(CallerScheme.Name).AddPolicyScheme(CallerScheme.Name, null, CallerScheme.Choose);
        services.AddAuthorization(Policies.Add);
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, RefusalWriter>();
    }

    public static void MapAccounts(this WebApplication app)
    {
        app.MapPost(SignInSetup.OutPath, SignInSetup.SignOutAsync).RequireAuthorization(Policies.AnyPerson);
        app.MapPost(TokenSetup.Path, TokenSetup.IssueAsync).AllowAnonymous().DisableAntiforgery();
        app.MapPairing();
    }
}
