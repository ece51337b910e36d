using System.Globalization;
using Microsoft.Playwright;
using WorkOrders.Testing;
using WorkOrders.V1;
using static Microsoft.Playwright.Assertions;

namespace WorkOrders.Browser.Tests.Wall;

/// <summary>Every layout at every scale is whole and readable, however much waits and however large the screen: one page, while it fills.</summary>
public sealed class FitTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly (int Width, int Height)[] Screens = [(1920, 1080), (3840, 2160)];
    private static readonly int[] Scales = [75, 100, 125, 200];
    private static readonly string[] Contractors = ["1999/99999", "1999/10001", "1999/10002", "1999/10003", "1999/10004", "1999/10005"];

    [Fact]
    public async Task It_fits_the_screen_and_is_readable_at_three_metres()
    {
        await using var server = await TestServer.StartAsync(new() { Settings = { ["Limits:MachineBurst"] = "1000000", ["Limits:PersonReadBurst"] = "10000" } });
        await using var wall = await WallOnScreen.OpenAsync(chromium, server.Http, "/wall?every=off");
        var broken = new List<string>();
        var placed = 0;
        foreach (var orders in new[] { 0, 12, 200, 5_000 })
        {
            await PlaceAsync(server, placed, orders);
            placed = orders;
            await ShowAsync(wall.Page, "all", 100);
            await Expect(wall.Count("Ej accepterade")).ToHaveTextAsync(Swedish(orders), new() { Timeout = 120_000 });
            foreach (var layout in new[] { "all", "contractor", "district" })
            {
                foreach (var scale in Scales)
                    broken.AddRange((await LookAsync(wall.Page, layout, scale)).Select(what => $"{orders} orders, {layout}, {scale} %, {what}"));
            }
            await ShowAsync(wall.Page, "all", 100);
            if (orders > 5)
                await Expect(wall.Panel("Ej accepterade").Locator(".more")).ToHaveTextAsync($"+{Swedish(orders - 4)} till");
        }
        Assert.Empty(broken);
        await wall.IsStillTheSamePageWithoutComplaints();
    }

    private static async Task<IEnumerable<string>> LookAsync(IPage page, string layout, int scale)
    {
        await ShowAsync(page, layout, scale);
        var broken = new List<string>();
        // a larger screen of the same shape has the same picture
        foreach (var (width, height) in scale is 100 ? Screens : Screens[..1])
        {
            await page.SetViewportSizeAsync(width, height);
            broken.AddRange((await page.EvaluateAsync<string[]>(Look, scale)).Select(what => $"{width}×{height}: {what}"));
        }
        return broken;
    }

    private static async Task ShowAsync(IPage page, string layout, int scale)
    {
        await page.EvaluateAsync("address => Blazor.navigateTo(address)", $"/wall?every=off&show={layout}&scale={scale}");
        await Expect(page.Locator($"main[data-scale='{scale}'] h1")).ToHaveTextAsync(layout switch { "all" => "Arbetsorder", "contractor" => "Per utförare", _ => "Per stadsdel" });
    }

    // what sticks out of the screen, or is cut off by what it stands in, without a scrollbar is lost as well
    private const string Look = """
        scale => {
          const name = e => `${e.tagName} ${e.className}: ${e.textContent.trim().slice(0, 40)}`;
          const seen = [...document.querySelectorAll('main *')].filter(e => e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length > 0);
          const box = e => e.getBoundingClientRect();
          const texts = seen.filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()) && box(e).width > 2 && box(e).height > 2);
          const size = e => parseFloat(getComputedStyle(e).fontSize);
          const least = (selector, measure, limit) => seen.filter(e => e.matches(selector) && measure(e) < limit * Math.min(scale, 100) / 100).map(e => `small: ${name(e)}`);
          const html = document.documentElement;
          return [
            ...html.scrollWidth > innerWidth || html.scrollHeight > innerHeight ? ['a scrollbar'] : [],
            ...seen.filter(e => box(e).width > 2 && (box(e).right > innerWidth + 1 || box(e).bottom > innerHeight + 1 || box(e).left < -1 || box(e).top < -1)).map(e => `outside: ${name(e)}`),
            ...seen.filter(e => e.matches('.tile, .waiting, .newest, .standing') && e.scrollHeight > e.clientHeight + 2).map(e => `cut off: ${name(e)}`),
            ...least('.number', size, 96), ...least('#clock', size, 64), ...least('.row, tbody tr, .kinds li', e => box(e).height, 43.5),
            ...texts.filter(e => size(e) < 32 * Math.min(scale, 100) / 100 - .1).map(e => `small: ${name(e)}`),
          ];
        }
        """;

    private static Task PlaceAsync(TestServer server, int from, int to) => Parallel.ForEachAsync(
        Enumerable.Range(from, to - from), new ParallelOptions { MaxDegreeOfParallelism = 64 },
        async (n, stop) => await new WorkOrderService.WorkOrderServiceClient(server.As("elsa")).RegisterWorkOrderAsync(
            new()
            {
                RequestId = Guid.NewGuid().ToString(),
                Type = WorkOrderType.Fault,
                PropertyObject = new()
                {
                    Number = $"{n}", Address = new() { Street = $"Ordutanmellanslagochutanslut Vägen {n}" },
                    District = $"Stadsdelsförvaltningen i Område {n % 23}",
                },
                Subject = new() { Phrase = "Blandare dåligt tryck" },
                PlaceWithContractorId = Contractors[n % Contractors.Length],
                PlannedFor = n % 3 == 0 ? "2020-01-01" : "",
            },
            cancellationToken: stop));

    private static string Swedish(int count) => count.ToString("#,0", new NumberFormatInfo { NumberGroupSeparator = "\u202f" });
}
