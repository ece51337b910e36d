using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace WorkOrders.Testing;

/// <summary>Machine clients' tokens, fetched when they are needed and kept until they are nearly out.</summary>
public sealed class Tokens(Uri grpc, TimeProvider clock) : IDisposable
{
    // at the gRPC port, as clients do that know only one address
    private readonly HttpClient _http = new()
    {
        BaseAddress = grpc,
        DefaultRequestVersion = HttpVersion.Version20,
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
    };
    private readonly ConcurrentDictionary<string, (string Token, DateTimeOffset Until)> _kept = new();

    /// <summary>A token of one of the demonstration's clients: <c>testfirma</c>, <c>rorjouren</c>, <c>elsa</c>, <c>dispatch</c> …</summary>
    public async Task<string> OfAsync(string clientId)
    {
        if (_kept.TryGetValue(clientId, out var kept) && clock.GetUtcNow() < kept.Until)
            return kept.Token;
        using var answer = await RequestAsync(clientId, $"{clientId}-demo-secret");
        answer.EnsureSuccessStatusCode();
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var token = json.GetProperty("access_token").GetString()!;
        _kept[clientId] = (token, clock.GetUtcNow().AddSeconds(json.GetProperty("expires_in").GetInt32() - 30));
        return token;
    }

    /// <summary>What the token endpoint answers to any client id and secret.</summary>
    public Task<HttpResponseMessage> RequestAsync(string clientId, string secret) =>
        _http.PostAsync("/connect/token", new FormUrlEncodedContent(
        [new("grant_type", "client_credentials"), new("client_id", clientId), new("client_secret", secret)]));

    public void Dispose() => _http.Dispose();
}
