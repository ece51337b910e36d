using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WorkOrders.Testing;
using WorkOrders.V1;
using static Microsoft.Playwright.Assertions;

namespace WorkOrders.Browser.Tests.Portal;

/// <summary>Photos on a note: made smaller on the phone, sent in pieces over a line that breaks, and never lost with it.</summary>
public sealed partial class PhotoTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Two_photos_go_on_where_the_line_was_cut_and_stand_in_the_log()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        await using var portal = await PortalOnScreen.OpenAsync(chromium, server.Http, "/orders/2375/note", withWorker: false);
        var asked = new ConcurrentQueue<(string Method, string Path, long Offset)>();
        await portal.Page.RouteAsync(UploadPath(), async route =>
        {
            var request = route.Request;
            var offset = request.Headers.GetValueOrDefault("upload-offset", "0");
            asked.Enqueue((request.Method, new Uri(request.Url).AbsolutePath, long.Parse(offset, CultureInfo.InvariantCulture)));
            if (request.Method == "PATCH" && asked.Count(a => a.Method == "PATCH") == 2)
                await route.AbortAsync("connectionreset");
            else
                await route.ContinueAsync();
        });

        await PickAsync(portal, ("kök.jpg", Camera.Noise(1400, 1000)), ("hall.png", Camera.Photo(format: SkiaSharp.SKEncodedImageFormat.Png)));
        await Expect(portal.Page.GetByText("Uppladdat", new() { Exact = true })).ToHaveCountAsync(2, new() { Timeout = 60_000 });
        await portal.Page.GetByRole(AriaRole.Radio, new() { Name = "Tid är bokad med kund" }).CheckAsync();
        await portal.Page.GetByRole(AriaRole.Button, new() { Name = "Spara" }).ClickAsync();

        await Expect(portal.LogRows.First.Locator("img")).ToHaveCountAsync(2, new() { Timeout = 30_000 });
        var first = asked.First(a => a.Method == "PATCH").Path;
        Assert.Contains(asked, a => a.Method == "HEAD" && a.Path == first);
        // what had arrived was not sent again
        Assert.Single(asked, a => a.Method == "PATCH" && a.Path == first && a.Offset == 0);
        var photos = await PhotosAsync(server, 2375);
        Assert.Equal([(1400, 1000), (80, 40)], photos.Select(p => (p.Width, p.Height)));
        Assert.Empty(portal.Complaints);
    }

    [Fact]
    public async Task A_large_photo_is_made_smaller_upright_and_free_of_its_position_before_it_is_sent()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        await using var portal = await PortalOnScreen.OpenAsync(chromium, server.Http, "/orders/2375/note", withWorker: false);
        var photo = Camera.WithExif(Camera.Photo(4000, 3000), orientation: 6);
        var announced = new ConcurrentQueue<long>();
        portal.Page.Request += (_, request) =>
        {
            if (request.Headers.TryGetValue("upload-length", out var length))
                announced.Enqueue(long.Parse(length, CultureInfo.InvariantCulture));
        };

        await PickAsync(portal, ("stor.jpg", photo));
        await Expect(portal.Page.GetByText("Uppladdat", new() { Exact = true })).ToHaveCountAsync(1, new() { Timeout = 60_000 });
        await portal.Page.GetByRole(AriaRole.Button, new() { Name = "Spara" }).ClickAsync();
        await Expect(portal.LogRows.First.Locator("img")).ToHaveCountAsync(1, new() { Timeout = 30_000 });

        Assert.InRange(Assert.Single(announced), 1, photo.Length - 1);
        Assert.Equal([(1920, 2560)], (await PhotosAsync(server, 2375)).Select(p => (p.Width, p.Height)));
    }

    [Fact]
    public async Task What_is_no_picture_is_told_and_the_note_stays()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        await using var portal = await PortalOnScreen.OpenAsync(chromium, server.Http, "/orders/2375/note", withWorker: false);
        await portal.Page.GetByLabel("Notering").FillAsync("Det läcker");

        await PickAsync(portal, ("läcka.jpg", "no picture"u8.ToArray()), ("kök.jpg", Camera.Photo()));

        await Expect(portal.Page.Locator(".photos")).ToContainTextAsync("läcka.jpg är ingen bild som kan läsas");
        await Expect(portal.Page.Locator(".shot")).ToHaveCountAsync(1);
        await Expect(portal.Page.GetByLabel("Notering")).ToHaveValueAsync("Det läcker");
    }

    [Fact]
    public async Task A_photo_that_the_server_refuses_is_told_at_that_photo()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true, Settings = { ["Photos:MaximumBytes"] = "65536" } });
        await using var portal = await PortalOnScreen.OpenAsync(chromium, server.Http, "/orders/2375/note", withWorker: false);

        await PickAsync(portal, ("stor.jpg", Camera.Noise(600, 600)), ("liten.jpg", Camera.Photo()));

        await Expect(portal.Page.Locator(".shot.refused")).ToContainTextAsync("Fotot är för stort", new() { Timeout = 30_000 });
        await Expect(portal.Page.Locator(".shot:not(.refused)")).ToContainTextAsync("Uppladdat");
        await portal.Page.Locator(".shot.refused").GetByRole(AriaRole.Button).ClickAsync();
        await Expect(portal.Page.Locator(".shot")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Without_a_network_photos_wait_together_with_their_note()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        await using var portal = await PortalOnScreen.OpenAsync(chromium, server.Http, "/orders/2375");
        await portal.IsKeptAsync(2375);
        await portal.Context.SetOfflineAsync(true);
        await portal.Page.GetByRole(AriaRole.Link, new() { Name = "Notera", Exact = true }).ClickAsync();
        await PickAsync(portal, ("kök.jpg", Camera.Photo()));
        await Expect(portal.Page.Locator(".shot")).ToHaveCountAsync(1);
        await portal.Page.GetByLabel("Notering").FillAsync("Så här ser det ut");
        await portal.Page.GetByRole(AriaRole.Button, new() { Name = "Spara" }).ClickAsync();

        await portal.Queue.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(portal.Wishes).ToContainTextAsync(["Väntar på foton: 0 av 1"]);
        await portal.ReloadAsync();
        await Expect(portal.Wishes.Locator("img")).ToHaveCountAsync(1);

        await portal.Context.SetOfflineAsync(false);
        await Expect(portal.Main).ToContainTextAsync("Allt är skickat.", new() { Timeout = 60_000 });
        Assert.Single(await PhotosAsync(server, 2375));
    }

    [Fact]
    public async Task A_photo_that_the_browser_has_thrown_away_is_told_and_the_rest_is_sent_at_wish()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        await using var portal = await PortalOnScreen.OpenAsync(chromium, server.Http, "/orders/2375");
        await portal.IsKeptAsync(2375);
        await portal.Context.SetOfflineAsync(true);
        await portal.Page.GetByRole(AriaRole.Link, new() { Name = "Notera", Exact = true }).ClickAsync();
        await PickAsync(portal, ("kök.jpg", Camera.Photo()));
        await Expect(portal.Page.Locator(".shot")).ToHaveCountAsync(1);
        await portal.Page.GetByLabel("Notering").FillAsync("Så här ser det ut");
        await portal.Page.GetByRole(AriaRole.Button, new() { Name = "Spara" }).ClickAsync();
        await portal.Queue.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(portal.Wishes).ToContainTextAsync(["Väntar på foton: 0 av 1"]);

        await portal.Page.EvaluateAsync("""
            async () => {
              const { inside } = await import('./keep.js');
              await inside(['photos'], 'readwrite', photos => { photos.clear(); });
            }
            """);
        await portal.Context.SetOfflineAsync(false);
        await Expect(portal.Wishes).ToContainTextAsync(["Ett foto finns inte kvar på enheten"], new() { Timeout = 60_000 });
        await Expect(portal.Wishes).ToContainTextAsync(["Så här ser det ut"]);

        await portal.Wishes.GetByRole(AriaRole.Button, new() { Name = "Försök igen" }).ClickAsync();
        await Expect(portal.Main).ToContainTextAsync("Allt är skickat.", new() { Timeout = 60_000 });
        Assert.Empty(await PhotosAsync(server, 2375));
    }

    [Fact]
    public async Task Photos_of_a_completion_stay_when_the_rest_is_saved_first()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        await new Orders(server.Callers).AcceptAsync(2375);
        await using var portal = await PortalOnScreen.OpenAsync(chromium, server.Http, "/orders/2375");
        await portal.Page.GetByRole(AriaRole.Button, new() { Name = "Redigera", Exact = true }).ClickAsync();
        await portal.Page.GetByLabel("Utförd åtgärd").FillAsync("Bytt blandare");
        await PickAsync(portal, ("klart.jpg", Camera.Photo()));
        await Expect(portal.Page.Locator(".shot")).ToContainTextAsync("Uppladdat", new() { Timeout = 30_000 });

        await portal.Page.GetByRole(AriaRole.Button, new() { Name = "Spara", Exact = true }).ClickAsync();
        await Expect(portal.Page.Locator(".shot")).ToContainTextAsync("Uppladdat");
        await portal.Page.GetByRole(AriaRole.Button, new() { Name = "Utförd", Exact = true }).ClickAsync();
        await portal.Page.GetByRole(AriaRole.Button, new() { Name = "Ändå utförd" }).ClickAsync();

        await Expect(portal.LogRows.First.Locator("img")).ToHaveCountAsync(1, new() { Timeout = 30_000 });
        Assert.Single(await PhotosAsync(server, 2375));
        Assert.Empty(portal.Complaints);
    }

    private static Task PickAsync(PortalOnScreen portal, params (string Name, byte[] Bytes)[] files) =>
        portal.Page.GetByLabel("Välj foton").SetInputFilesAsync(
            files.Select(f => new FilePayload { Name = f.Name, MimeType = "image/jpeg", Buffer = f.Bytes }));

    private static async Task<IReadOnlyList<Photo>> PhotosAsync(TestServer server, long number)
    {
        var orders = new WorkOrderService.WorkOrderServiceClient(server.As("testfirma"));
        return (await orders.ListWorkOrderLogAsync(new() { Number = number })).Entries[0].Photos;
    }

    [GeneratedRegex("/photos/uploads/")]
    private static partial Regex UploadPath();
}
