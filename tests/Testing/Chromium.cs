using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace WorkOrders.Testing;

/// <summary>
/// A real browser, the same for all tests of a run, with a profile of its own for each page: <c>IClassFixture&lt;Chromium&gt;</c>.
/// <code>
/// await using var tab = await chromium.OpenAsync(server.Http, "wall", "/wall");
/// await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("…");
/// </code>
/// Playwright can't download a browser everywhere: the installed one is started, or that of <c>CHROMIUM_PATH</c>.
/// </summary>
public sealed class Chromium : IAsyncDisposable
{
    // it goes with the process
    private static readonly Lazy<Task<IBrowser>> Shared = new(LaunchAsync);
    // the shell draws no window around each page, which costs as much as the page: the whole browser only where there is no shell
    private static readonly string[] Installed = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

    private readonly Lazy<Task<IBrowser>> _browser = Shared;
    private readonly ConcurrentBag<Tab> _opened = [];

    /// <summary>Opens a page, as one of the demonstration's people or as nobody.</summary>
    public async Task<Tab> OpenAsync(Uri server, string? person, string path, BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.BaseURL = server.AbsoluteUri;
        options.ViewportSize ??= new() { Width = 1920, Height = 1080 };
        // what a page keeps for the day without a network costs each test as much as the page itself: only for those who ask
        options.ServiceWorkers ??= ServiceWorkerPolicy.Block;
        var context = await (await _browser.Value).NewContextAsync(options);
        var tab = new Tab(context, await context.NewPageAsync());
        _opened.Add(tab);
        if (person is not null)
            await SignInAsync(context, server, person);
        await tab.Page.GotoAsync(path);
        return tab;
    }

    /// <summary>Closes what no test has closed: a page that goes on living takes its time from those that come after it.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var tab in _opened) await tab.DisposeAsync();
    }

    private static async Task SignInAsync(IBrowserContext context, Uri server, string person)
    {
        using var session = new PageSession(server);
        using var answer = await session.SignInAsync(person, People.PasswordOf(person));
        if (session.Cookies["workorders.session"] is not { } cookie)
            throw new InvalidOperationException($"{person} could not sign in: {answer.StatusCode}");
        await context.AddCookiesAsync(
        [
            new() { Name = cookie.Name, Value = cookie.Value, Url = server.AbsoluteUri, HttpOnly = true, SameSite = SameSiteAttribute.Lax },
        ]);
    }

    private static async Task<IBrowser> LaunchAsync()
    {
        // a machine with more to do than this takes its time; what never comes is missed all the same
        Assertions.SetDefaultExpectTimeout(15_000);
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? Installed.First(File.Exists),
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }
}
