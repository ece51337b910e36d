using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using WorkOrders.Server.Store;

namespace WorkOrders.Server.Demonstration;

/// <summary>What somebody needs who has just started the demonstration: where it is, who one can be, what to try.</summary>
internal sealed class Banner(IServer server, IHostApplicationLifetime lifetime, DataFolder data, TextWriter output) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(() =>
        {
            var addresses = server.Features.Get<IServerAddressesFeature>()!.Addresses.ToList();
            output.WriteLine(Text(addresses[0], addresses[1]));
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private string Text(string http, string grpc) => $"""

          Work orders, live: a demonstration. Everybody knows these sign-ins: not for production.

            Wall board      {http}/wall
            gRPC            {grpc}
            Data            {data.Folder}   (remove it to start over)

          People sign in on the pages
        {Lines(SignIns.People.Select(p => (p.Person.UserName!, p.Password, $"{p.Person.DisplayName}, {p.Person.Role.Replace('_', ' ')}")))}
        {Lines(SignIns.Newcomers.Select(p => (p.Person.UserName!, p.Password, $"{p.Person.DisplayName}, {p.Person.Role}, the first time")))}

          Machines fetch a token with client id and secret
        {Lines(SignIns.Machines.Select(m => (m.Client.ClientId, m.Secret, $"{m.Client.Name}, {m.Client.Role}")))}

          Try next: open the wall board as dispatch or wall, and in another terminal
            dotnet run --project src/Clients/WorkOrders.Cli -- demo

        """;

    private static string Lines(IEnumerable<(string Name, string Secret, string Who)> signIns) =>
        string.Join(Environment.NewLine, signIns.Select(s => $"    {s.Name,-14}  {s.Secret,-22}  {s.Who}"));
}
