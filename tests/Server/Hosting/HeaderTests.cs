using System.Net;
using WorkOrders.Testing;

namespace WorkOrders.Server.Tests.Hosting;

public sealed class HeaderTests
{
    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/healthz")]
    [InlineData("/no-such-page")]
    public async Task Every_answer_tells_browsers_to_trust_nothing_that_is_not_ours(string path)
    {
        await using var server = await TestServer.StartAsync();
        using var pages = server.OpenPages();
        using var answer = await pages.Http.GetAsync(path);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.DoesNotContain("unsafe-inline", policy);
        Assert.DoesNotContain("'unsafe-eval'", policy);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Empty(answer.Headers.Server);
    }

    [Fact]
    public async Task A_nonce_is_never_used_twice()
    {
        await using var server = await TestServer.StartAsync();
        using var pages = server.OpenPages();
        using var one = await pages.OpenAsync("/sign-in");
        using var other = await pages.OpenAsync("/sign-in");
        Assert.NotEqual(
            one.Headers.GetValues("Content-Security-Policy").Single(), other.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Fact]
    public async Task Pages_are_swedish_until_somebody_chooses_english_and_then_stay_so()
    {
        await using var server = await TestServer.StartAsync();
        using var pages = server.OpenPages();
        pages.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en-GB");
        Assert.Contains("Logga in", await TextOf("/sign-in"));
        Assert.Contains("Sign in", await TextOf("/sign-in?culture=en"));
        Assert.Contains("""<html lang="en">""", await TextOf("/sign-in"));

        async Task<string> TextOf(string path)
        {
            using var answer = await pages.OpenAsync(path);
            return await answer.Content.ReadAsStringAsync();
        }
    }

    [Fact]
    public async Task A_body_of_more_than_a_megabyte_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        using var pages = server.OpenPages();
        using var answer = await pages.Http.PostAsync("/connect/token", new ByteArrayContent(new byte[1_100_000])
        {
            Headers = { ContentType = new("application/x-www-form-urlencoded") },
        });
        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.BadRequest });
    }
}
