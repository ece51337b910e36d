using Microsoft.Playwright;
using WorkOrders.Testing;
using WorkOrders.V1;
using static Microsoft.Playwright.Assertions;

namespace WorkOrders.Browser.Tests.Portal;

/// <summary>In a cellar: what was opened can be read, what is done waits, and is done once.</summary>
public sealed class OfflineTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly LocatorAssertionsToContainTextOptions Patiently = new() { Timeout = 60_000 };

    [Fact]
    public async Task An_order_that_was_opened_can_be_read_without_a_network()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        await using var portal = await PortalOnScreen.OpenAsync(chromium, server.Http, "/orders/2375");
        await portal.IsKeptAsync(2375);

        await portal.Context.SetOfflineAsync(true);
        await portal.ReloadAsync();

        await Expect(portal.Contact).ToContainTextAsync("Utan nät – visar läget kl. ");
        await Expect(portal.Main).ToContainTextAsync("Torögatan 51");
        await Expect(portal.Main).ToContainTextAsync("Test Testsson");
        await Expect(portal.LogRows).ToContainTextAsync(["AO Registrerad och Beställd"]);

        await portal.Context.SetOfflineAsync(false);
        await Expect(portal.Contact).ToContainTextAsync("Direkt", Patiently);
        Assert.Empty(portal.Complaints);
    }

    [Fact]
    public async Task It_can_be_read_while_the_server_is_down_and_an_order_that_was_not_opened_says_why_not()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        await using var portal = await PortalOnScreen.OpenAsync(chromium, server.Http, "/orders/2375");
        await portal.IsKeptAsync(2375);

        await server.StopAsync();
        await portal.ReloadAsync();
        await Expect(portal.Main).ToContainTextAsync("Torögatan 51");
        await Expect(portal.Contact).ToContainTextAsync("Utan nät");

        await portal.Page.GotoAsync("/orders/2376");
        await Expect(portal.Main).ToContainTextAsync("Servern svarar inte just nu.");

        await server.StartAgainAsync();
        await Expect(portal.Main).ToContainTextAsync("Torögatan 51", Patiently);
        await Expect(portal.Contact).ToContainTextAsync("Direkt", Patiently);
    }

    [Fact]
    public async Task Accept_note_and_done_wait_in_sight_and_are_sent_once()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        await using var portal = await PortalOnScreen.OpenAsync(chromium, server.Http, "/orders/2375");
        await portal.IsKeptAsync(2375);

        await portal.Context.SetOfflineAsync(true);
        await portal.AcceptAsync();
        await Expect(portal.Queue).ToContainTextAsync("1 väntar på att skickas");
        await portal.NoteAsync("Tid är bokad med kund");
        await Expect(portal.Queue).ToContainTextAsync("2 väntar på att skickas");
        await portal.CompleteAsync("Bytt packning");
        await Expect(portal.Queue).ToContainTextAsync("3 väntar på att skickas");
        await Expect(portal.Wishes).ToHaveCountAsync(3);

        await portal.ReloadAsync();
        await Expect(portal.Queue).ToContainTextAsync("3 väntar på att skickas");
        await portal.Queue.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(portal.Wishes).ToContainTextAsync(["Acceptera", "Tid är bokad med kund", "Bytt packning"]);

        await portal.Context.SetOfflineAsync(false);
        await Expect(portal.Main).ToContainTextAsync("Allt är skickat.", Patiently);
        await Expect(portal.Queue).ToBeEmptyAsync();
        Assert.Equal(
            [WorkOrderEvent.KindOneofCase.Placed, WorkOrderEvent.KindOneofCase.Accepted, WorkOrderEvent.KindOneofCase.NoteAdded, WorkOrderEvent.KindOneofCase.Completed],
            await KindsAsync(server, 2375));
        Assert.Empty(portal.Complaints);
    }

    [Fact]
    public async Task What_has_reached_the_server_without_an_answer_is_done_once()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        await using var portal = await PortalOnScreen.OpenAsync(chromium, server.Http, "/orders/2375");
        await Expect(portal.Contact).ToContainTextAsync("Direkt", Patiently);
        var cut = 0;
        await portal.Page.RouteAsync("**/AcceptWorkOrder", async route =>
        {
            if (Interlocked.Increment(ref cut) > 1)
            {
                await route.ContinueAsync();
                return;
            }
            await route.FetchAsync();
            await route.AbortAsync();
        });

        await portal.AcceptAsync();

        await Expect(portal.Main).ToContainTextAsync("Accepterad", Patiently);
        await Expect(portal.Queue).ToBeEmptyAsync(new() { Timeout = 60_000 });
        Assert.Equal(2, cut);
        Assert.Equal([WorkOrderEvent.KindOneofCase.Placed, WorkOrderEvent.KindOneofCase.Accepted], await KindsAsync(server, 2375));
    }

    [Fact]
    public async Task A_conflict_says_what_happened_and_by_whom_and_keeps_what_was_typed()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        await using var portal = await PortalOnScreen.OpenAsync(chromium, server.Http, "/orders/2376");
        await portal.IsKeptAsync(2376);
        await portal.Context.SetOfflineAsync(true);
        await portal.AcceptAsync();
        // from then on nobody waits for it on the page: what is refused later stays in the queue
        await Expect(portal.Main).ToContainTextAsync("Det väntar i kön");

        await new WorkOrderService.WorkOrderServiceClient(server.As("dispatch"))
            .CancelWorkOrderAsync(new() { Number = 2376, RequestId = $"{Guid.NewGuid()}", Reason = "Beställd två gånger" });
        await portal.Context.SetOfflineAsync(false);

        await Expect(portal.Queue).ToContainTextAsync("1 kunde inte utföras", Patiently);
        await portal.Queue.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(portal.Wishes).ToContainTextAsync(new System.Text.RegularExpressions.Regex(
            @"Arbetsorder 2376 kunde inte accepteras: \W*[\w ]+\W* makulerade den \d{4}-\d\d-\d\d \d\d:\d\d \(\W*Beställd två gånger"));

        await portal.Page.GetByRole(AriaRole.Button, new() { Name = "Ta bort" }).ClickAsync();
        await portal.Page.GetByRole(AriaRole.Button, new() { Name = "Ja, ta bort" }).ClickAsync();
        await Expect(portal.Main).ToContainTextAsync("Allt är skickat.");
    }

    [Fact]
    public async Task Two_tabs_send_what_waits_once()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        await using var portal = await PortalOnScreen.OpenAsync(chromium, server.Http, "/orders/2375");
        await portal.IsKeptAsync(2375);
        var other = await portal.OpenAnotherAsync("/");
        await portal.Context.SetOfflineAsync(true);
        await portal.AcceptAsync();
        await Expect(portal.Queue).ToContainTextAsync("1 väntar på att skickas");
        await Expect(other.Locator(".outbox-note")).ToContainTextAsync("1 väntar på att skickas");

        await portal.Context.SetOfflineAsync(false);

        await Expect(portal.Queue).ToBeEmptyAsync(new() { Timeout = 60_000 });
        await Expect(other.Locator(".outbox-note")).ToBeEmptyAsync(new() { Timeout = 60_000 });
        Assert.Equal([WorkOrderEvent.KindOneofCase.Placed, WorkOrderEvent.KindOneofCase.Accepted], await KindsAsync(server, 2375));
    }

    [Fact]
    public async Task Signing_out_asks_first_if_something_waits_and_takes_what_was_kept_with_it()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        await using var portal = await PortalOnScreen.OpenAsync(chromium, server.Http, "/orders/2375");
        await portal.IsKeptAsync(2375);
        await portal.Page.RouteAsync("**/AcceptWorkOrder", route => route.AbortAsync());
        await portal.AcceptAsync();
        await Expect(portal.Queue).ToContainTextAsync("1 väntar på att skickas");

        await portal.Page.Locator(".account summary").ClickAsync();
        await portal.Page.GetByRole(AriaRole.Button, new() { Name = "Logga ut" }).ClickAsync();
        await Expect(portal.Page.Locator(".account .sheet")).ToContainTextAsync("skickas först när du loggar in igen");
        await portal.Page.GetByRole(AriaRole.Button, new() { Name = "Logga ut ändå" }).ClickAsync();
        await Expect(portal.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in"));

        var left = await portal.Page.EvaluateAsync<int[]>("""
            new Promise(resolve => {
              const opening = indexedDB.open('workorders', 1);
              opening.onsuccess = () => {
                const transaction = opening.result.transaction(['answers', 'wishes']);
                const [answers, wishes] = ['answers', 'wishes'].map(name => transaction.objectStore(name).count());
                transaction.oncomplete = () => { opening.result.close(); resolve([answers.result, wishes.result]); };
              };
            })
            """);
        Assert.Equal([0, 1], left);

        // whoever signs in again finds what waits, and it is sent
        await portal.Page.UnrouteAllAsync();
        await portal.Page.GetByLabel("Användarnamn").FillAsync(PortalOnScreen.Contractor);
        await portal.Page.GetByLabel("Lösenord").FillAsync(People.PasswordOf(PortalOnScreen.Contractor));
        await portal.Page.GetByRole(AriaRole.Button, new() { Name = "Logga in" }).ClickAsync();
        await portal.IsReadyAsync();
        await ExpectAsync(async () => (await KindsAsync(server, 2375)).Contains(WorkOrderEvent.KindOneofCase.Accepted), portal.Page);
    }

    [Fact]
    public async Task An_order_that_leaves_takes_what_was_kept_of_it_along_also_while_no_page_is_open()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        await using var portal = await PortalOnScreen.OpenAsync(chromium, server.Http, "/orders/2376");
        await portal.IsKeptAsync(2376);
        await portal.Page.EvaluateAsync("Blazor.navigateTo('/orders/2375')");
        await portal.IsKeptAsync(2375);
        await Expect(portal.Contact).ToContainTextAsync("Direkt", Patiently);

        await ReassignAsync(server, 2375);
        await Expect(portal.Main).Not.ToContainTextAsync("Test Testsson");
        await IsGoneAsync(portal, 2375);

        await portal.Page.GotoAsync("about:blank");
        await ReassignAsync(server, 2376);
        await portal.Page.GotoAsync("/");
        await IsGoneAsync(portal, 2376);
    }

    [Fact]
    public async Task Nothing_of_anybody_stands_in_what_every_page_is_opened_with()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        await using var portal = await PortalOnScreen.OpenAsync(chromium, server.Http, "/orders/2375");
        await portal.IsKeptAsync(2375);

        var all = await portal.Page.EvaluateAsync<string>("""
            async () => {
              const texts = [];
              for (const name of await caches.keys()) {
                const set = await caches.open(name);
                for (const request of await set.keys()) {
                  texts.push(request.url);
                  if (new URL(request.url).pathname === '/offline') texts.push(await (await set.match(request)).text());
                }
              }
              return texts.join('\n');
            }
            """);

        Assert.Contains("/offline", all);
        Assert.DoesNotContain("Testfirma", all);
        Assert.DoesNotContain("1999/99999", all);
        Assert.DoesNotContain("2375", all);
        Assert.DoesNotContain("prefetched", all);
    }

    [Fact]
    public async Task A_wall_has_no_worker_and_goes_past_the_portals()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        await using var wall = await chromium.OpenAsync(server.Http, "wall", "/wall", new() { ServiceWorkers = ServiceWorkerPolicy.Allow });
        await Expect(wall.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Direkt", Patiently);
        Assert.Equal(0, await wall.Page.EvaluateAsync<int>("navigator.serviceWorker.getRegistrations().then(all => all.length)"));
        Assert.Empty(wall.Complaints);
    }

    private static async Task<IEnumerable<WorkOrderEvent.KindOneofCase>> KindsAsync(TestServer server, long number)
    {
        var feed = new WorkOrderFeedService.WorkOrderFeedServiceClient(server.As("dispatch"));
        var page = await feed.ListWorkOrderEventsAsync(new() { Filter = new() { Numbers = { number } }, PageSize = 200 });
        return page.Items.Select(i => i.Event.KindCase);
    }

    private static async Task ReassignAsync(TestServer server, long number) =>
        await new WorkOrderService.WorkOrderServiceClient(server.As("dispatch")).ReassignWorkOrderAsync(
            new() { Number = number, RequestId = $"{Guid.NewGuid()}", ContractorId = "1999/10001", Reason = "Annat fackområde" });

    private static async Task IsGoneAsync(PortalOnScreen portal, long number) => await portal.Page.WaitForFunctionAsync("""
        number => new Promise(resolve => {
          const opening = indexedDB.open('workorders', 1);
          opening.onsuccess = () => {
            const keys = opening.result.transaction(['answers']).objectStore('answers').index('number').getAllKeys(number);
            keys.onsuccess = () => { opening.result.close(); resolve(keys.result.length === 0); };
          };
        })
        """, number, new() { Timeout = 60_000 });

    private static async Task ExpectAsync(Func<Task<bool>> happened, IPage page)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await happened())
        {
            patience.Token.ThrowIfCancellationRequested();
            await page.EvaluateAsync("new Promise(requestAnimationFrame)");
        }
    }
}
