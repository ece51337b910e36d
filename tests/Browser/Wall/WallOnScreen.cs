using Microsoft.Playwright;
using WorkOrders.Testing;

namespace WorkOrders.Browser.Tests.Wall;

/// <summary>What a person reads off the wall, and whether the page is still the one that was opened.</summary>
internal sealed class WallOnScreen(Tab tab) : IAsyncDisposable
{
    public IPage Page => tab.Page;

    /// <summary>The panel with this heading: its count and its rows.</summary>
    public ILocator Panel(string heading) => Page.GetByRole(AriaRole.Region, new() { Name = heading });

    public ILocator Count(string heading) => Panel(heading).Locator(".number");

    /// <summary>The last cell, Totalt, of the matrix's row.</summary>
    public ILocator Total(string status) => Page.Locator(".matrix tbody tr").Filter(new() { HasText = status }).Locator("td").Last;

    public ILocator Contact => Page.Locator(".contact");

    public ILocator Heading => Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    /// <summary>What is told of the address that means nothing there.</summary>
    public ILocator Notice => Page.GetByRole(AriaRole.Alert);

    public IReadOnlyCollection<string> Complaints => tab.Complaints;

    public ILocator NewestEvent => Panel("Senaste händelser").Locator("li").First;

    /// <summary>Opens the wall and waits until it follows the feed; whoever reloads the page loses the mark.</summary>
    public static async Task<WallOnScreen> OpenAsync(Chromium chromium, Uri server, string path = "/wall?layout=all")
    {
        var wall = new WallOnScreen(await chromium.OpenAsync(server, "wall", path));
        await Assertions.Expect(wall.Contact).ToContainTextAsync("Direkt", new() { Timeout = 60_000 });
        await wall.Page.EvaluateAsync("window.sameDocument = true");
        return wall;
    }

    public async Task IsStillTheSamePageWithoutComplaints()
    {
        Assert.True(await Page.EvaluateAsync<bool>("window.sameDocument === true"), "the page was loaded again");
        Assert.Empty(tab.Complaints);
    }

    public ValueTask DisposeAsync() => tab.DisposeAsync();
}
