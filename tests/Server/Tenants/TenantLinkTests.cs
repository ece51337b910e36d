using System.Net;
using System.Security.Cryptography;
using System.Text;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Time.Testing;
using WorkOrders.Server.Store;
using WorkOrders.Server.Tests.Lifecycle;
using WorkOrders.Testing;
using static WorkOrders.V1.TenantService;

namespace WorkOrders.Server.Tests.Tenants;

/// <summary>Links: made once, known to nobody but who was given them, and ended by time, by closing, by hand.</summary>
public sealed class TenantLinkTests
{
    [Fact]
    public async Task A_repeated_request_gives_the_same_link_and_no_second_one_also_after_a_restart()
    {
        await using var scene = await Scene.StartAsync();
        var number = (await scene.OrderedAsync()).Number;
        var id = Scene.NewId();
        var first = await Elsa(scene).CreateTenantLinkAsync(new() { RequestId = id, Number = number });
        await scene.Server.RestartAsync();
        Assert.Equal(first, await Elsa(scene).CreateTenantLinkAsync(new() { RequestId = id, Number = number }));

        var otherBody = await Refusal.OfAsync(Elsa(scene).CreateTenantLinkAsync(new() { RequestId = id, Number = number, ReplacesOthers = true }));
        otherBody.Is(StatusCode.AlreadyExists, "REQUEST_ID_REUSED");
        // ids are made up by clients: another account's is another one
        var portals = await Portal(scene).CreateTenantLinkAsync(new() { RequestId = id, Number = number });
        Assert.NotEqual(first.Link, portals.Link);
        await using var file = scene.OpenFile();
        Assert.Equal(2, await file.TenantLinks.CountAsync());
    }

    [Fact]
    public async Task Repetitions_at_the_same_time_make_one_link()
    {
        await using var scene = await Scene.StartAsync();
        var number = (await scene.OrderedAsync()).Number;
        var id = Scene.NewId();
        var links = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
            (await Elsa(scene).CreateTenantLinkAsync(new() { RequestId = id, Number = number })).Link));
        Assert.Single(links.Distinct());
    }

    [Fact]
    public async Task It_can_not_be_guessed_and_the_database_holds_a_hash_alone()
    {
        await using var scene = await Scene.StartAsync();
        var number = (await scene.OrderedAsync()).Number;
        var tokens = new HashSet<string>();
        for (var i = 0; i < 50; i++)
            tokens.Add((await Elsa(scene).CreateTenantLinkAsync(new() { RequestId = Scene.NewId(), Number = number })).Link["/t/".Length..]);
        Assert.Equal(50, tokens.Count);
        // 192 bits
        Assert.All(tokens, t => Assert.Equal(24, System.Buffers.Text.Base64Url.DecodeFromChars(t).Length));

        await using var file = scene.OpenFile();
        var hashes = await file.TenantLinks.Select(l => l.Hash).ToListAsync();
        Assert.Equal(tokens.Select(t => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(t)))).Order(), hashes.Select(Convert.ToHexString).Order());
        await scene.Server.StopAsync();
        foreach (var path in Directory.GetFiles(scene.Server.Folder, "workorders.db*"))
        {
            var bytes = await File.ReadAllBytesAsync(path);
            Assert.DoesNotContain(tokens, t => Scene.Holds(bytes, t));
        }
        Assert.DoesNotContain(scene.Server.Log.Lines, line => tokens.Any(t => line.Contains(t, StringComparison.Ordinal)));
        await scene.Server.StartAgainAsync();
    }

    [Fact]
    public async Task It_is_ended_by_hand_and_by_another_that_replaces_it()
    {
        await using var scene = await Scene.StartAsync();
        var number = (await scene.OrderedAsync()).Number;
        var one = await LinkAsync(scene, number);
        var two = await LinkAsync(scene, number);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], [await OpenAsync(scene.Server, one), await OpenAsync(scene.Server, two)]);

        var three = (await Portal(scene).CreateTenantLinkAsync(new() { RequestId = Scene.NewId(), Number = number, ReplacesOthers = true })).Link;
        Assert.Equal(
            [HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.OK],
            [await OpenAsync(scene.Server, one), await OpenAsync(scene.Server, two), await OpenAsync(scene.Server, three)]);

        Assert.Equal(1, (await Elsa(scene).RevokeTenantLinksAsync(new() { Number = number })).Revoked);
        Assert.Equal(0, (await Elsa(scene).RevokeTenantLinksAsync(new() { Number = number })).Revoked);
        Assert.Equal(HttpStatusCode.NotFound, await OpenAsync(scene.Server, three));
    }

    [Fact]
    public async Task It_ends_when_the_order_has_been_closed_for_a_while_and_lives_again_if_it_is_taken_up()
    {
        var clock = new FakeTimeProvider(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
        await using var scene = await Scene.StartAsync(new() { Clock = clock, Settings = { ["Tenants:DaysAfterClosing"] = "10" } });
        var number = (await scene.AcceptedAsync()).Number;
        var link = await LinkAsync(scene, number);
        await scene.Server.SleepAsync(TimeSpan.FromDays(20));
        Assert.Equal(HttpStatusCode.OK, await OpenAsync(scene.Server, link));

        await scene.Firm.CompleteWorkOrderAsync(new() { RequestId = Scene.NewId(), Number = number, ActionPerformed = "Bytt" });
        await scene.Server.SleepAsync(TimeSpan.FromDays(9.9));
        Assert.Equal(HttpStatusCode.OK, await OpenAsync(scene.Server, link));
        clock.Advance(TimeSpan.FromDays(0.1));
        Assert.Equal(HttpStatusCode.NotFound, await OpenAsync(scene.Server, link));
        var late = await Refusal.OfAsync(Elsa(scene).CreateTenantLinkAsync(new() { RequestId = Scene.NewId(), Number = number }));
        late.Is(StatusCode.FailedPrecondition, "TENANT_LINK_TOO_LATE");

        await scene.Elsa.ReopenWorkOrderAsync(new() { RequestId = Scene.NewId(), Number = number, Reason = "Droppar igen" });
        Assert.Equal(HttpStatusCode.OK, await OpenAsync(scene.Server, link));
    }

    [Fact]
    public async Task It_lives_no_longer_than_it_said()
    {
        var clock = new FakeTimeProvider(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
        await using var scene = await Scene.StartAsync(new()
        {
            Clock = clock, Settings = { ["Tenants:LinkDays"] = "5", ["Tenants:PublicAddress"] = "https://service.example.se" },
        });
        var number = (await scene.OrderedAsync()).Number;
        var answer = await Elsa(scene).CreateTenantLinkAsync(new() { RequestId = Scene.NewId(), Number = number });
        Assert.Equal(clock.GetUtcNow().AddDays(5), answer.ExpireTime.ToDateTimeOffset());
        Assert.StartsWith("https://service.example.se/t/", answer.Link, StringComparison.Ordinal);

        var path = new Uri(answer.Link).AbsolutePath;
        clock.Advance(TimeSpan.FromDays(4.9));
        Assert.Equal(HttpStatusCode.OK, await OpenAsync(scene.Server, path));
        clock.Advance(TimeSpan.FromDays(0.1));
        Assert.Equal(HttpStatusCode.NotFound, await OpenAsync(scene.Server, path));
    }

    [Fact]
    public async Task There_is_none_to_an_order_that_does_not_exist_and_all_wrong_fields_are_told()
    {
        await using var scene = await Scene.StartAsync();
        var unknown = await Refusal.OfAsync(Elsa(scene).CreateTenantLinkAsync(new() { RequestId = Scene.NewId(), Number = 4_711 }));
        unknown.Is(StatusCode.NotFound, "WORK_ORDER_NOT_FOUND");
        Assert.Equal(["number", "request_id"], (await Refusal.OfAsync(Elsa(scene).CreateTenantLinkAsync(new()))).Fields);
        Assert.Equal(["number"], (await Refusal.OfAsync(Elsa(scene).RevokeTenantLinksAsync(new()))).Fields);
        await using var file = scene.OpenFile();
        Assert.Equal(0, await file.TenantLinks.CountAsync());
    }

    [Fact]
    public async Task A_file_from_before_there_were_links_gets_room_for_them()
    {
        using var folder = new TempFolder();
        await using (var old = new WorkOrdersContext(new DbContextOptionsBuilder<WorkOrdersContext>()
            .UseSqlite($"Data Source={Path.Combine(folder.Path, "workorders.db")};Pooling=False").Options))
            await old.GetService<IMigrator>().MigrateAsync("20261125230141_Photos");

        await using var scene = await Scene.StartAsync(new() { Settings = { ["Data:Folder"] = folder.Path } });
        var link = await LinkAsync(scene, (await scene.OrderedAsync()).Number);
        Assert.Equal(HttpStatusCode.OK, await OpenAsync(scene.Server, link));
    }

    private static TenantServiceClient Elsa(Scene scene) => new(scene.Server.As("elsa"));

    private static TenantServiceClient Portal(Scene scene) => new(scene.Server.As("minasidor"));

    private static async Task<string> LinkAsync(Scene scene, long number) =>
        (await Elsa(scene).CreateTenantLinkAsync(new() { RequestId = Scene.NewId(), Number = number })).Link;

    private static async Task<HttpStatusCode> OpenAsync(TestServer server, string link)
    {
        using var pages = server.OpenPages();
        using var answer = await pages.OpenAsync(link);
        return answer.StatusCode;
    }
}
