using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace WorkOrders.Testing;

/// <summary>A screen that is to be paired, without a browser: asks for a code, and whether it has been approved.</summary>
public sealed class Screen(TestServer server, IPAddress? from = null) : IDisposable
{
    private string _deviceCode = "";

    public PageSession Pages { get; } = server.OpenPages(from);

    /// <summary>The code that it shows.</summary>
    public string Code { get; private set; } = "";

    /// <summary>One that shows a code.</summary>
    public static async Task<Screen> AskingAsync(TestServer server, IPAddress? from = null)
    {
        var screen = new Screen(server, from);
        var (status, _) = await screen.AskAsync();
        return status is HttpStatusCode.OK ? screen : throw new InvalidOperationException($"No code: {status}");
    }

    public async Task<(HttpStatusCode Status, JsonElement Body)> AskAsync()
    {
        using var answer = await Pages.Http.PostAsJsonAsync("/pair/code", new { });
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        if (answer.IsSuccessStatusCode)
            (Code, _deviceCode) = (body.GetProperty("user_code").GetString()!, body.GetProperty("device_code").GetString()!);
        return (answer.StatusCode, body);
    }

    /// <summary>The error that the screen hears; null if it has been let in.</summary>
    public async Task<string?> PollAsync(string? deviceCode = null)
    {
        using var answer = await Pages.Http.PostAsJsonAsync("/pair/session", new { device_code = deviceCode ?? _deviceCode });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).TryGetProperty("error", out var error) ? error.GetString() : null;
    }

    /// <summary>Where the wall leads; null if it opens.</summary>
    public async Task<string?> OpenWallAsync()
    {
        using var answer = await Pages.OpenAsync("/wall");
        return answer.StatusCode is HttpStatusCode.OK ? null : answer.Headers.Location!.OriginalString;
    }

    public void Dispose() => Pages.Dispose();
}
