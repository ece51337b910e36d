using System.Net;
using System.Net.ServerSentEvents;
using WorkOrders.Testing;

namespace WorkOrders.Server.Tests.Tenants;

/// <summary>A tenant's page as a browser has it open, without the browser: what the server pushes to it.</summary>
internal sealed class OpenedPage : IAsyncDisposable
{
    private readonly PageSession _session;
    private readonly HttpResponseMessage _answer;
    private readonly IAsyncEnumerator<SseItem<string>> _pushed;

    private OpenedPage(PageSession session, HttpResponseMessage answer, Stream stream)
    {
        (_session, _answer) = (session, answer);
        _pushed = SseParser.Create(stream).EnumerateAsync().GetAsyncEnumerator();
    }

    /// <summary>All that has come, one event after the other.</summary>
    public List<string> Seen { get; } = [];

    public static async Task<OpenedPage> OpenAsync(TestServer server, string link)
    {
        var session = server.OpenPages();
        var answer = await session.Http.GetAsync($"{link}/live", HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal((HttpStatusCode.OK, "text/event-stream"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        return new(session, answer, await answer.Content.ReadAsStreamAsync());
    }

    /// <summary>The next picture that the text stands in.</summary>
    public Task<string> UntilShownAsync(string text) => UntilAsync(item => item.EventType == "page" && WebUtility.HtmlDecode(item.Data).Contains(text, StringComparison.Ordinal));

    public Task<string> UntilAsync(string kind) => UntilAsync(item => item.EventType == kind);

    /// <summary>Whether the server ends it now.</summary>
    public async Task<bool> EndsAsync() => !await _pushed.MoveNextAsync();

    public async ValueTask DisposeAsync()
    {
        _answer.Dispose();
        await _pushed.DisposeAsync();
        _session.Dispose();
    }

    private async Task<string> UntilAsync(Func<SseItem<string>, bool> found)
    {
        while (await _pushed.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60)))
        {
            Seen.Add($"{_pushed.Current.EventType}: {_pushed.Current.Data}");
            if (found(_pushed.Current)) return WebUtility.HtmlDecode(_pushed.Current.Data);
        }
        throw new EndOfStreamException($"Ended after: {string.Join("\n", Seen)}");
    }
}
