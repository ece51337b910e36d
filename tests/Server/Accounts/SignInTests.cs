using System.Net;
using WorkOrders.Testing;

namespace WorkOrders.Server.Tests.Accounts;

public sealed class SignInTests
{
    [Theory]
    [InlineData("1999/99999", "Testfirma-demo-1")]
    [InlineData("wall", "Wall-demo-1")]
    public async Task Somebody_who_signs_in_goes_on_to_where_he_was_going(string userName, string password)
    {
        await using var server = await TestServer.StartAsync();
        using var session = server.OpenPages();
        using var answer = await session.SignInAsync(userName, password, "/?next=1");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/?next=1", answer.Headers.Location!.OriginalString.Replace(server.Http.AbsoluteUri.TrimEnd('/'), ""));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/\t/evil.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task The_sign_in_page_leads_to_no_other_site(string returnUrl)
    {
        await using var server = await TestServer.StartAsync();
        using var session = server.OpenPages();
        using var answer = await session.SignInAsync("wall", "Wall-demo-1", returnUrl);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(new Uri(server.Http, "/"), new Uri(server.Http, answer.Headers.Location!));
    }

    [Fact]
    public async Task A_page_sends_whoever_has_not_signed_in_to_sign_in_and_back()
    {
        await using var server = await TestServer.StartAsync();
        using var session = server.OpenPages();
        using var answer = await session.OpenAsync("/?a=1&b=2");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/sign-in?returnUrl=%2F%3Fa%3D1%26b%3D2", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task An_unknown_user_name_gets_the_very_answer_of_a_wrong_password()
    {
        await using var server = await TestServer.StartAsync();
        using var session = server.OpenPages();
        using var unknown = await session.SignInAsync("nobody", "Wrong-password-1");
        using var wrong = await session.SignInAsync("elsa", "Wrong-password-1");
        Assert.Equal(unknown.StatusCode, wrong.StatusCode);
        Assert.Equal(
            SameForEverybody(await unknown.Content.ReadAsStringAsync()).Replace("nobody", "elsa"),
            SameForEverybody(await wrong.Content.ReadAsStringAsync()));
        Assert.Contains("Fel användarnamn eller lösenord.", WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_session_outlives_a_restart()
    {
        await using var server = await TestServer.StartAsync();
        using var session = await server.SignInAsync("elsa");
        await server.RestartAsync();
        using var answer = await session.OpenAsync("/");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Nobody_is_signed_in_any_more_after_signing_out()
    {
        await using var server = await TestServer.StartAsync();
        using var session = await server.SignInAsync("elsa");
        using var answer = await session.Http.PostAsync("/sign-out", null);
        Assert.Equal("/sign-in", answer.Headers.Location!.OriginalString);
        using var page = await session.OpenAsync("/");
        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
    }

    [Fact]
    public async Task The_session_cookie_is_out_of_reach_of_scripts_and_of_other_sites()
    {
        await using var server = await TestServer.StartAsync();
        using var session = server.OpenPages();
        using var answer = await session.SignInAsync("wall", "Wall-demo-1");
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("workorders.session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=lax", cookie);
    }

    [Fact]
    public async Task A_wall_boards_session_outlives_a_summer_and_nobody_elses_outlives_the_browser()
    {
        await using var server = await TestServer.StartAsync();
        using var wall = await server.SignInAsync("wall");
        using var elsa = await server.SignInAsync("elsa");
        Assert.InRange(wall.Cookies["workorders.session"]!.Expires, DateTimeOffset.FromUnixTimeSeconds(0).DateTime, DateTime.MaxValue);
        Assert.True(wall.Cookies["workorders.session"]!.Expires > TimeProvider.System.GetUtcNow().AddDays(89).UtcDateTime);
        Assert.Equal(default, elsa.Cookies["workorders.session"]!.Expires);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        using var session = server.OpenPages();
        using var answer = await session.Http.PostAsync("/sign-in", new FormUrlEncodedContent(
            [new("_handler", "sign-in"), new("Form.UserName", "wall"), new("Form.Password", "Wall-demo-1")]));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null(session.Cookies["workorders.session"]);
    }

    [Fact]
    public async Task Twenty_wrong_passwords_are_throttled_and_the_account_works_from_elsewhere()
    {
        await using var server = await TestServer.StartAsync();
        using var guesser = server.OpenPages();
        List<HttpStatusCode> answers = [];
        for (var i = 0; i < 20; i++)
        {
            using var answer = await guesser.SignInAsync("elsa", $"Wrong-password-{i}");
            answers.Add(answer.StatusCode);
        }
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.Equal(HttpStatusCode.OK, answers[0]);

        using var elsewhere = server.OpenPages(IPAddress.Parse("127.0.0.2"));
        using var elsa = await elsewhere.SignInAsync("elsa", "Elsa-demo-1");
        Assert.Equal(HttpStatusCode.Redirect, elsa.StatusCode);
    }

    [Fact]
    public async Task Guessing_at_client_secrets_is_throttled()
    {
        await using var server = await TestServer.StartAsync();
        for (var i = 0; i < 12; i++)
            (await server.Callers.Tokens.RequestAsync("testfirma", $"wrong-{i}")).Dispose();
        using var answer = await server.Callers.Tokens.RequestAsync("testfirma", "testfirma-demo-secret");
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
    }

    [Fact]
    public async Task No_user_name_and_no_password_gets_into_the_log()
    {
        await using var server = await TestServer.StartAsync();
        using var session = server.OpenPages();
        (await session.SignInAsync("Agda.Ansson", "Hemlig-sak-17")).Dispose();
        (await session.SignInAsync("elsa", "Elsa-demo-1")).Dispose();
        Assert.Contains(server.Log.Lines, line => line.Contains("A sign-in was refused"));
        Assert.DoesNotContain(
            server.Log.Lines, line => new[] { "Agda", "Hemlig-sak", "Elsa-demo", "Österberg" }.Any(line.Contains));
    }

    // the antiforgery token, the nonce, and what Blazor keeps of them in a comment are random
    private static string SameForEverybody(string page) =>
        System.Text.RegularExpressions.Regex.Replace(page, """(?<=nonce="|__RequestVerificationToken" value=")[^"]+|<!--.*?-->""", "…");
}
