using Microsoft.Extensions.Time.Testing;
using WorkOrders.Testing;
using WorkOrders.V1;

namespace WorkOrders.Server.Tests.Accounts.Pairing;

/// <summary>A server whose clock is in the test's hand, and a dispatcher.</summary>
internal sealed class PairingSite : IAsyncDisposable
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    private PairingSite(TestServer server, FakeTimeProvider clock) => (Server, Clock) = (server, clock);

    public TestServer Server { get; }

    public FakeTimeProvider Clock { get; }

    public PairingService.PairingServiceClient Dispatcher => new(Server.As("dispatch"));

    public static async Task<PairingSite> OpenAsync(Dictionary<string, string>? settings = null)
    {
        // cookies are judged by this machine's clock, too
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        return new(await TestServer.StartAsync(new() { Clock = clock, Settings = settings ?? [] }), clock);
    }

    /// <summary>A screen that has been let in.</summary>
    public async Task<Screen> PairAsync(string name)
    {
        var screen = await Screen.AskingAsync(Server);
        await Dispatcher.ApprovePairingAsync(new() { UserCode = screen.Code, Name = name });
        Assert.Null(await screen.PollAsync());
        return screen;
    }

    public async Task<PairedBoard> BoardAsync(string name) =>
        (await Dispatcher.ListBoardsAsync(new())).Boards.Single(b => b.Name == name);

    /// <summary>Lets days go by, without all that the server does every second.</summary>
    public void Pass(TimeSpan time) => Clock.AdjustTime(Clock.GetUtcNow() + time);

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
