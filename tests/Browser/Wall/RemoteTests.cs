using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WorkOrders.Testing;
using static Microsoft.Playwright.Assertions;

namespace WorkOrders.Browser.Tests.Wall;

/// <summary>A remote control's keys, the address in which what they do stays, and what a wall looks like at night.</summary>
public sealed class RemoteTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Keys_turn_pause_and_scale_the_wall_and_the_address_remembers_it()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        await using var wall = await WallOnScreen.OpenAsync(chromium, server.Http, "/wall?every=600");
        var turn = wall.Page.Locator(".rotation .turn");
        await Expect(wall.Heading).ToHaveTextAsync("Arbetsorder");
        await Expect(turn).ToContainTextAsync("1/3");
        await Expect(turn).ToContainTextAsync(new Regex(@"5\d\d s"));

        await wall.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(wall.Heading).ToHaveTextAsync("Per utförare");
        await Expect(wall.Page.GetByRole(AriaRole.Region, new() { Name = "Testfirma AB" }).Locator(".number")).ToHaveTextAsync("3");
        await wall.Page.Keyboard.PressAsync("MediaTrackNext");
        await Expect(wall.Heading).ToHaveTextAsync("Per stadsdel");
        await wall.Page.Keyboard.PressAsync("ArrowLeft");
        await wall.Page.Keyboard.PressAsync("Enter");
        await Expect(turn).ToContainTextAsync("Pausad");
        await Expect(wall.Page).ToHaveURLAsync(new Regex("show=contractor"));
        await Expect(wall.Page.Locator(".said")).ToHaveTextAsync("Växlingen är pausad");

        await wall.Page.Keyboard.PressAsync("ArrowUp");
        await wall.Page.Keyboard.PressAsync("ArrowUp");
        await Expect(wall.Page.Locator("main")).ToHaveAttributeAsync("data-scale", "150");
        await Expect(wall.Page).ToHaveURLAsync(new Regex("scale=150"));
        Assert.Equal(48, await RemAsync(wall.Page), tolerance: .1);
        await wall.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(wall.Page.Locator("main")).ToHaveAttributeAsync("data-scale", "125");

        // the control that is seen does the same, by finger and by keyboard
        await turn.ClickAsync();
        await Expect(wall.Page).Not.ToHaveURLAsync(new Regex("show="));
        await turn.FocusAsync();
        await wall.Page.Keyboard.PressAsync("Enter");
        await Expect(turn).ToContainTextAsync("Pausad");
        await wall.IsStillTheSamePageWithoutComplaints();

        // a wall that loads itself anew stands where it stood
        await wall.Page.ReloadAsync();
        await Expect(wall.Heading).ToHaveTextAsync("Per utförare");
        await Expect(turn).ToContainTextAsync("Pausad");
        Assert.Equal(40, await RemAsync(wall.Page), tolerance: .1);
    }

    [Fact]
    public async Task Wrong_settings_are_told_and_night_and_kiosk_and_less_motion_hold()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        await using var wall = await WallOnScreen.OpenAsync(chromium, server.Http, "/wall?layout=all,fel&every=5&layuot=all&night=0-23&dim=65&kiosk=on");
        await Expect(wall.Notice).ToContainTextAsync("layout=all,fel gäller inte. Tillåtet: all, contractor, district");
        await Expect(wall.Notice).ToContainTextAsync("every=5 gäller inte. Tillåtet: 10–600 (sekunder) eller off.");
        await Expect(wall.Notice).ToContainTextAsync("layuot=all är ingen inställning. Det finns: layout, every, scale, night, dim, shift, kiosk, show.");
        await Expect(wall.Total("Beställda")).ToHaveTextAsync("3");
        await wall.Page.Keyboard.PressAsync("Backspace");
        await Expect(wall.Notice).ToHaveCountAsync(0);

        // every hour but one is night: at 23 this sees the day
        var isNight = await wall.Page.EvaluateAsync<bool>("document.querySelector('.wall').classList.contains('night')");
        var clock = await wall.Page.Locator("#clock").TextContentAsync();
        Assert.Equal(!clock!.StartsWith("23", StringComparison.Ordinal), isNight);
        await wall.Page.EvaluateAsync("document.querySelector('.wall').classList.add('night')");
        var dimmest = await wall.Page.EvaluateAsync<double>(DimmestText);
        Assert.True(dimmest >= 7, $"contrast at night: {dimmest}");

        Assert.Equal("none", await wall.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.wall')).cursor"));
        await Expect(wall.Page.Locator(".language")).ToBeHiddenAsync();

        // nothing moves: not what has just changed, and not from place to place
        await wall.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await new Orders(server.Callers).AcceptAsync(2376);
        await Expect(wall.Page.Locator(".fresh").First).ToBeAttachedAsync();
        Assert.Equal(0, await wall.Page.EvaluateAsync<int>("document.getAnimations().length"));
        var places = await wall.Page.EvaluateAsync<int[]>(Places);
        Assert.Equal(8, places[0]);
        Assert.Equal(0, places[1]);

        // old: dimmed and hatched, and never blank
        await wall.Page.EvaluateAsync("document.querySelector('.wall').classList.add('stale')");
        Assert.Equal("saturate(0.3) brightness(0.6)", await wall.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.picture')).filter"));
        Assert.Contains("repeating-linear-gradient", await wall.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.picture'), '::after').backgroundImage"));
        await wall.IsStillTheSamePageWithoutComplaints();
    }

    [Fact]
    public async Task A_new_server_version_reaches_the_wall_by_itself()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        await using var tab = await chromium.OpenAsync(server.Http, "wall", "/sign-in");
        var isNew = false;
        var open = new List<IWebSocketRoute>();
        await tab.Page.RouteWebSocketAsync(new Regex("/hubs/workorders"), socket =>
        {
            open.Add(socket);
            var behind = socket.ConnectToServer();
            behind.OnMessage(frame => socket.Send(isNew ? Regex.Replace(frame.Text!, "(?<=\"serverVersion\": ?\")", "9.") : frame.Text!));
        });
        await tab.Page.GotoAsync("/wall?layout=district&scale=125");
        var wall = new WallOnScreen(tab);
        await Expect(wall.Contact).ToContainTextAsync("Direkt", new() { Timeout = 60_000 });
        await tab.Page.EvaluateAsync("window.sameDocument = true");

        await tab.Page.RunAndWaitForRequestAsync(
            async () =>
            {
                isNew = true;
                await open[^1].CloseAsync();
            },
            request => request.IsNavigationRequest && !(isNew = false),
            new() { Timeout = 60_000 });
        await Expect(wall.Heading).ToHaveTextAsync("Per stadsdel");
        await Expect(wall.Contact).ToContainTextAsync("Direkt", new() { Timeout = 60_000 });
        Assert.EndsWith("/wall?layout=district&scale=125", tab.Page.Url, StringComparison.Ordinal);
        Assert.False(await tab.Page.EvaluateAsync<bool>("window.sameDocument === true"));
    }

    private static Task<double> RemAsync(IPage page) => page.EvaluateAsync<double>("parseFloat(getComputedStyle(document.documentElement).fontSize)");

    // each text as it is seen through the dimming, on the ground as it is seen
    private const string DimmestText = """
        () => {
          const dim = parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--dim'));
          const light = colour => {
            const [r, g, b] = colour.match(/[\d.]+/g).slice(0, 3).map(c => c / 255 * dim).map(c => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4);
            return .2126 * r + .7152 * g + .0722 * b;
          };
          const ground = light(getComputedStyle(document.body).backgroundColor);
          const texts = [...document.querySelectorAll('.head *, .picture *')].filter(e => e.checkVisibility() && [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()));
          return Math.min(...texts.map(e => (light(getComputedStyle(e).color) + .05) / (ground + .05)));
        }
        """;

    // how many places the picture can stand at, and at how many of them it sticks out
    private const string Places = """
        () => {
          const wall = document.querySelector('.wall');
          const seen = new Set();
          let outside = 0;
          for (let i = 0; i < 8; i++) {
            wall.dataset.shift = i;
            const picture = document.querySelector('.picture').getBoundingClientRect();
            seen.add(`${picture.left} ${picture.top}`);
            if (document.documentElement.scrollWidth > innerWidth || document.documentElement.scrollHeight > innerHeight) outside++;
          }
          return [seen.size, outside];
        }
        """;
}
