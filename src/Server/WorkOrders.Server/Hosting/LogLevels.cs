namespace WorkOrders.Server.Hosting;

/// <summary>What the frameworks may say: what is wrong, and nothing of who asks for what.</summary>
internal static class LogLevels
{
    public static ILoggingBuilder AddLevels(this ILoggingBuilder logging) => logging
        .AddFilter("Microsoft", LogLevel.Warning)
        .AddFilter("OpenIddict", LogLevel.Warning)
        // every request with its whole address, in which people may write what they like
        .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning)
        // that keys are not encrypted: they lie in a folder for the owner alone
        .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
}
