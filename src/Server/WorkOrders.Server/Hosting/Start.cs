using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace WorkOrders.Server.Hosting;

/// <summary>Runs the server to its end. What keeps it from starting is told in plain words, without a stack trace.</summary>
internal static class Start
{
    /// <summary>The convention of sysexits.h for a mistake in the configuration.</summary>
    private const int Refused = 78;

    private const string HostCategory = "Microsoft.Extensions.Hosting.Internal.Host";

    public static async Task<int> RunAsync(Func<WebApplicationBuilder, WebApplication> build, string[] args)
    {
        try
        {
            var builder = WebApplication.CreateBuilder(args);
            var started = false;
            // the host writes what kept it from starting with its stack trace; that is told below
            builder.Logging.AddFilter(HostCategory, level => level >= LogLevel.Information && Volatile.Read(ref started));
            await using var app = build(builder);
            await app.StartAsync();
            Volatile.Write(ref started, true);
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (Exception e) when (ReasonsOf(e) is { } reasons)
        {
            await Console.Error.WriteLineAsync("The server can't start:");
            foreach (var reason in reasons)
                await Console.Error.WriteLineAsync($"  - {reason}");
            return Refused;
        }
    }

    private static IReadOnlyList<string>? ReasonsOf(Exception e) => e switch
    {
        StartRefusedException refused => refused.Reasons,
        IOException { InnerException: AddressInUseException } inUse =>
            [$"{inUse.Message.TrimEnd('.')}. Is the server running already? Another port: "
                + "Listen:Http=127.0.0.1:<port>, Listen:Grpc=127.0.0.1:<port>."],
        SocketException { SocketErrorCode: SocketError.AccessDenied or SocketError.AddressNotAvailable } socket =>
            [$"It may not listen there (Listen:Http, Listen:Grpc): {socket.Message}."],
        _ => null,
    };
}
