using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace WorkOrders.Browser.Tests.Wall;

/// <summary>
/// Every byte that a page gets from its server, but for the program itself, which is the same for everybody. What travels in
/// base64 is unwrapped, however often.
/// </summary>
internal sealed partial class Received
{
    private readonly ConcurrentQueue<string> _frames = [];
    private readonly ConcurrentQueue<(string Path, Task<byte[]> Body)> _answers = [];

    public Received(IPage page)
    {
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => _frames.Enqueue(frame.Text ?? Encoding.UTF8.GetString(frame.Binary!));
        page.Response += (_, answer) =>
        {
            // asked for at once: a browser forgets what a page before has loaded
            if (answer.Status == 200 && !Files().IsMatch(answer.Url))
                _answers.Enqueue((new Uri(answer.Url).AbsolutePath, answer.BodyAsync()));
        };
    }

    /// <summary>The addresses whose answers were read.</summary>
    public HashSet<string> Paths { get; } = [];

    public async Task<string> AllAsync()
    {
        var all = new StringBuilder();
        foreach (var frame in _frames)
            Unwrap(frame, all);
        foreach (var (path, body) in _answers)
        {
            try
            {
                Unwrap(Encoding.UTF8.GetString(await body), all);
                Paths.Add(path);
            }
            catch (PlaywrightException)
            {
                // whoever needs it sees that it isn't among the paths
            }
        }
        return all.ToString();
    }

    private static void Unwrap(string text, StringBuilder all)
    {
        all.AppendLine(text);
        foreach (Match match in Base64().Matches(text.Replace("\\u002B", "+", StringComparison.Ordinal)))
        {
            var buffer = new byte[match.Length];
            if (Convert.TryFromBase64String(match.Value, buffer, out var length))
                Unwrap(Encoding.UTF8.GetString(buffer, 0, length), all);
        }
    }

    [GeneratedRegex(@"^https?://[^/]+/(_framework/|fonts/|[\w.-]+\.(js|css|svg|png)($|\?))")]
    private static partial Regex Files();

    [GeneratedRegex("[A-Za-z0-9+/]{40,}={0,2}")]
    private static partial Regex Base64();
}
