using System.Net;
using System.Text.RegularExpressions;
using Grpc.Core;
using WorkOrders.Server.Accounts.Pairing;
using WorkOrders.Server.Tests.Lifecycle;
using WorkOrders.Testing;
using WorkOrders.V1;

namespace WorkOrders.Server.Tests.Accounts.Pairing;

/// <summary>How a screen is let in: RFC 8628, with a cookie where it has a token.</summary>
public sealed partial class PairingTests
{
    [Fact]
    public async Task A_screen_shows_a_code_a_dispatcher_approves_it_and_the_wall_opens()
    {
        await using var site = await PairingSite.OpenAsync();
        using var screen = new Screen(site.Server, IPAddress.Parse("127.0.0.7"));
        Assert.Equal("/pair?returnUrl=%2Fwall", await screen.OpenWallAsync());

        var (_, asked) = await screen.AskAsync();
        Assert.Matches(Form(), screen.Code);
        Assert.Equal((600, 3), (asked.GetProperty("expires_in").GetInt32(), asked.GetProperty("interval").GetInt32()));
        Assert.Equal(new Uri(site.Server.Http, "/dispatch/boards").AbsoluteUri, asked.GetProperty("verification_uri").GetString());
        Assert.Equal("authorization_pending", await screen.PollAsync());

        // as people type it
        var typed = screen.Code.Replace("-", " ").ToLowerInvariant();
        var found = (await site.Dispatcher.LookUpPairingAsync(new() { UserCode = typed })).Pairing;
        Assert.Equal((screen.Code, "127.0.0.7"), (found.UserCode, found.Address));
        Assert.Equal(site.Clock.GetUtcNow(), found.AskedAt.ToDateTimeOffset());
        Assert.Equal(site.Clock.GetUtcNow().AddMinutes(10), found.ExpiresAt.ToDateTimeOffset());

        await site.Dispatcher.ApprovePairingAsync(new() { UserCode = typed, Name = " Driftcentralen, norra väggen " });
        Assert.NotNull(await screen.OpenWallAsync());
        site.Clock.Advance(PairingSite.Interval);
        Assert.Null(await screen.PollAsync());
        Assert.Null(await screen.OpenWallAsync());

        var board = await site.BoardAsync("Driftcentralen, norra väggen");
        Assert.Equal(("Driftcentralen", "127.0.0.7", false), (board.PairedBy, board.PairedFrom, board.Connected));
        Assert.Equal(site.Clock.GetUtcNow(), board.PairedAt.ToDateTimeOffset());
    }

    [Fact]
    public async Task A_code_is_good_for_one_screen_once()
    {
        await using var site = await PairingSite.OpenAsync();
        using var screen = await site.PairAsync("En");
        site.Clock.Advance(PairingSite.Interval);
        Assert.Equal("expired_token", await screen.PollAsync());

        (await Refusal.OfAsync(site.Dispatcher.LookUpPairingAsync(new() { UserCode = screen.Code }))).Is(StatusCode.NotFound, "PAIRING_NOT_FOUND");

        // approved again, by somebody whose first answer got lost: no second board
        await site.Dispatcher.ApprovePairingAsync(new() { UserCode = screen.Code, Name = "Två" });
        site.Clock.Advance(PairingSite.Interval);
        Assert.Equal("expired_token", await screen.PollAsync());
        Assert.Equal(["En"], (await site.Dispatcher.ListBoardsAsync(new())).Boards.Select(b => b.Name));
    }

    [Fact]
    public async Task A_code_is_out_of_time_after_ten_minutes_on_both_sides()
    {
        await using var site = await PairingSite.OpenAsync();
        using var screen = await Screen.AskingAsync(site.Server);
        site.Clock.Advance(TimeSpan.FromMinutes(10));
        (await Refusal.OfAsync(site.Dispatcher.ApprovePairingAsync(new() { UserCode = screen.Code, Name = "Tavla" })))
            .Is(StatusCode.NotFound, "PAIRING_NOT_FOUND");
        Assert.Equal("expired_token", await screen.PollAsync());
    }

    [Fact]
    public async Task A_restart_lets_nobody_in_and_the_screen_is_told_to_show_another_code()
    {
        await using var site = await PairingSite.OpenAsync();
        using var screen = await Screen.AskingAsync(site.Server);
        await site.Dispatcher.ApprovePairingAsync(new() { UserCode = screen.Code, Name = "Tavla" });
        using var paired = await site.PairAsync("Parkopplad");
        await site.Server.RestartAsync();
        Assert.Equal("expired_token", await screen.PollAsync());
        Assert.Null(await paired.OpenWallAsync());
    }

    [Fact]
    public async Task A_screen_that_is_turned_away_hears_it()
    {
        await using var site = await PairingSite.OpenAsync();
        using var screen = await Screen.AskingAsync(site.Server);
        await site.Dispatcher.DenyPairingAsync(new() { UserCode = screen.Code });
        Assert.Equal("access_denied", await screen.PollAsync());
        (await Refusal.OfAsync(site.Dispatcher.LookUpPairingAsync(new() { UserCode = screen.Code }))).Is(StatusCode.NotFound, "PAIRING_NOT_FOUND");
    }

    [Fact]
    public async Task Whoever_asks_too_often_is_told_to_slow_down_and_not_let_in()
    {
        await using var site = await PairingSite.OpenAsync();
        using var screen = await Screen.AskingAsync(site.Server);
        Assert.Equal("authorization_pending", await screen.PollAsync());
        await site.Dispatcher.ApprovePairingAsync(new() { UserCode = screen.Code, Name = "Tavla" });
        Assert.Equal("slow_down", await screen.PollAsync());
        site.Clock.Advance(PairingSite.Interval);
        Assert.Null(await screen.PollAsync());
    }

    [Fact]
    public async Task One_address_gets_so_many_codes_and_another_is_not_touched()
    {
        await using var site = await PairingSite.OpenAsync(new() { ["Pairing:CodeBurst"] = "2", ["Pairing:CodesPerMinute"] = "6" });
        using var screen = new Screen(site.Server);
        Assert.Equal(HttpStatusCode.OK, (await screen.AskAsync()).Status);
        Assert.Equal(HttpStatusCode.OK, (await screen.AskAsync()).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await screen.AskAsync()).Status);
        using var other = await Screen.AskingAsync(site.Server, IPAddress.Parse("127.0.0.2"));
        site.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(HttpStatusCode.OK, (await screen.AskAsync()).Status);
    }

    [Fact]
    public async Task So_many_codes_are_good_at_a_time_and_old_ones_make_room()
    {
        await using var site = await PairingSite.OpenAsync(new() { ["Pairing:MaximumCodes"] = "2" });
        using var one = await Screen.AskingAsync(site.Server);
        using var two = await Screen.AskingAsync(site.Server);
        using var three = new Screen(site.Server);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await three.AskAsync()).Status);
        site.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(HttpStatusCode.OK, (await three.AskAsync()).Status);
    }

    [Fact]
    public async Task Codes_cannot_be_tried_one_after_the_other()
    {
        await using var site = await PairingSite.OpenAsync(new() { ["Pairing:WrongCodeBurst"] = "3", ["Pairing:WrongCodesPerMinute"] = "6" });
        using var screen = await Screen.AskingAsync(site.Server);
        for (var i = 0; i < 5; i++)
            await site.Dispatcher.LookUpPairingAsync(new() { UserCode = screen.Code }); // a right one costs nothing
        for (var i = 0; i < 3; i++)
            (await Refusal.OfAsync(site.Dispatcher.LookUpPairingAsync(new() { UserCode = "BBBB-BBBB" }))).Is(StatusCode.NotFound, "PAIRING_NOT_FOUND");
        (await Refusal.OfAsync(site.Dispatcher.LookUpPairingAsync(new() { UserCode = screen.Code }))).Is(StatusCode.ResourceExhausted, "RATE_LIMITED");
        site.Clock.Advance(TimeSpan.FromSeconds(10));
        await site.Dispatcher.LookUpPairingAsync(new() { UserCode = screen.Code });
    }

    [Fact]
    public async Task A_device_code_is_known_only_to_its_screen()
    {
        await using var site = await PairingSite.OpenAsync();
        using var screen = await Screen.AskingAsync(site.Server);
        using var stranger = new Screen(site.Server);
        await site.Dispatcher.ApprovePairingAsync(new() { UserCode = screen.Code, Name = "Tavla" });
        Assert.Equal("expired_token", await stranger.PollAsync(screen.Code));
        Assert.Equal("expired_token", await stranger.PollAsync(""));
        Assert.Null(await screen.PollAsync());
        Assert.DoesNotContain(site.Server.Log.Lines, line => line.Contains(screen.Code, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_wrong_with_an_approval_is_told_all_at_once()
    {
        await using var site = await PairingSite.OpenAsync();
        using var paired = await site.PairAsync("tagen");
        (string Code, string Name, string[] Fields)[] cases =
        [
            ("", "", ["user_code", "name"]),
            ("ABCD-EFGH", "Tavla", ["user_code"]), // vowels
            ("BCDF-GHJ", "Tavla", ["user_code"]),
            ("BCDF-GHJK", "   ", ["name"]),
            ("BCDF-GHJK", "a\tb", ["name"]),
            ("BCDF-GHJK", "Tagen", ["name"]),
            ("BCDF-GHJK", new string('x', 61), ["name"]),
        ];
        foreach (var (code, name, fields) in cases)
        {
            var refusal = await Refusal.OfAsync(site.Dispatcher.ApprovePairingAsync(new() { UserCode = code, Name = name }));
            refusal.Is(StatusCode.InvalidArgument, "FIELD_VIOLATION");
            Assert.Equal(fields, refusal.Fields);
        }
    }

    [Fact]
    public async Task Only_dispatchers_have_anything_to_do_with_it()
    {
        await using var site = await PairingSite.OpenAsync();
        foreach (var client in new[] { "elsa", "testfirma" })
        {
            var somebody = new PairingService.PairingServiceClient(site.Server.As(client));
            (await Refusal.OfAsync(somebody.LookUpPairingAsync(new()))).Is(StatusCode.PermissionDenied, "NOT_ALLOWED_FOR_ROLE");
            (await Refusal.OfAsync(somebody.ApprovePairingAsync(new()))).Is(StatusCode.PermissionDenied, "NOT_ALLOWED_FOR_ROLE");
            (await Refusal.OfAsync(somebody.DenyPairingAsync(new()))).Is(StatusCode.PermissionDenied, "NOT_ALLOWED_FOR_ROLE");
            (await Refusal.OfAsync(somebody.ListBoardsAsync(new()))).Is(StatusCode.PermissionDenied, "NOT_ALLOWED_FOR_ROLE");
            (await Refusal.OfAsync(somebody.RevokeBoardAsync(new()))).Is(StatusCode.PermissionDenied, "NOT_ALLOWED_FOR_ROLE");
        }
    }

    [Fact]
    public void Codes_are_drawn_from_all_of_a_large_space()
    {
        var codes = Enumerable.Range(0, 1_000).Select(_ => Codes.NewUserCode()).ToList();
        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.Equal(20, codes.SelectMany(c => c).Distinct().Count());
        Assert.All(codes, c => Assert.Equal(c, Codes.Read(Codes.Show(c))));
        Assert.Equal(64, Codes.NewDeviceCode().Length); // 256 bits
    }

    [GeneratedRegex("^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$")]
    private static partial Regex Form();
}
