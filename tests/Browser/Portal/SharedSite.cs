using Microsoft.Playwright;
using WorkOrders.Testing;
using static Microsoft.Playwright.Assertions;

namespace WorkOrders.Browser.Tests.Portal;

/// <summary>
/// One server, and one page of each person on it, for all tests of a class: to start the program takes longer than most of
/// what is tried with it. Each test has an order of its own, and finds the page as whoever opens it finds it.
/// </summary>
public sealed class SharedSite : IAsyncLifetime
{
    private readonly Dictionary<string, Tab> _tabs = [];
    private int _placed;

    public TestServer Server { get; private set; } = null!;

    /// <summary>What others do with orders meanwhile.</summary>
    internal Orders Orders => new(Server.Callers);

    public async Task InitializeAsync() => Server = await TestServer.StartAsync(new() { GuideOrders = true, Settings = Placing.Patience });

    public async Task DisposeAsync()
    {
        // a server that stops while somebody looks waits for him
        foreach (var tab in _tabs.Values) await tab.DisposeAsync();
        await Server.DisposeAsync();
    }

    /// <summary>An order like those of the guide, alone on its object.</summary>
    public async Task<long> PlaceAsync() => (await new Placing(Server).PlaceAsync($"{70_000_001 + _placed++}")).Number;

    /// <summary>Comes to a page as somebody does who has just opened the program: nothing is typed, nothing is kept, nobody has complained.</summary>
    public async Task<Tab> OpenAsync(Chromium chromium, string person, string path)
    {
        if (!_tabs.TryGetValue(person, out var tab))
            return _tabs[person] = await chromium.OpenAsync(Server.Http, person, path, new() { Permissions = ["clipboard-read", "clipboard-write"] });

        await tab.Page.UnrouteAllAsync();
        await tab.Page.SetViewportSizeAsync(1920, 1080);
        await tab.Page.EmulateMediaAsync(new() { Media = Media.Null });
        var heading = tab.Page.GetByRole(AriaRole.Heading, new() { Level = 1 });
        await GoToAsync("/not-found");
        await Expect(heading).ToHaveTextAsync("Sidan finns inte");
        await tab.Page.EvaluateAsync("localStorage.clear(); sessionStorage.clear()");
        tab.ForgetComplaints();
        await GoToAsync(path);
        await Expect(heading).Not.ToHaveTextAsync("Sidan finns inte");
        return tab;

        Task GoToAsync(string address) => tab.Page.EvaluateAsync("address => Blazor.navigateTo(address)", address);
    }
}
