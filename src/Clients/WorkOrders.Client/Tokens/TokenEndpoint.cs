using System.Net;
using System.Text.Json;
using Grpc.Core;

namespace WorkOrders.Client;

/// <summary>
/// OAuth 2.0 client credentials (RFC 6749, section 4.4), with failures as gRPC statuses so that one rule decides on retries.
/// </summary>
internal sealed class TokenEndpoint : IDisposable
{
    private static readonly TimeSpan LongestMargin = TimeSpan.FromSeconds(60);

    private readonly HttpClient _http;
    private readonly WorkOrdersClientOptions _options;
    private readonly Uri _address;

    public TokenEndpoint(WorkOrdersClientOptions options, HttpMessageHandler handler)
    {
        _options = options;
        _address = options.TokenAddress ?? new Uri(options.Address, "/connect/token");
        var priorKnowledge = options.TokenAddress is null && options.Address.Scheme == "http";
        _http = new HttpClient(handler)
        {
            Timeout = options.AttemptTimeout,
            DefaultRequestVersion = priorKnowledge || _address.Scheme == "https" ? HttpVersion.Version20 : HttpVersion.Version11,
            // A cleartext port can't negotiate: the gRPC port speaks HTTP/2 and nothing else.
            DefaultVersionPolicy = priorKnowledge ? HttpVersionPolicy.RequestVersionExact : HttpVersionPolicy.RequestVersionOrLower,
        };
    }

    public async Task<Token> FetchAsync()
    {
        var fetchedAt = _options.TimeProvider.GetTimestamp();
        try
        {
            using var form = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = _options.ClientId,
                ["client_secret"] = _options.ClientSecret,
            });
            using var response = await _http.PostAsync(_address, form).ConfigureAwait(false);
            var body = await response.Content.ReadAsStringAsync().ConfigureAwait(false);
            return response.IsSuccessStatusCode ? Read(body, fetchedAt) : throw Refused(response.StatusCode, body);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException)
        {
            throw new RpcException(new Status(StatusCode.Unavailable, $"{_address} does not answer: {e.Message}", e));
        }
    }

    public void Dispose() => _http.Dispose();

    private static Token Read(string body, long fetchedAt)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var lifetime = json.RootElement.TryGetProperty("expires_in", out var seconds)
                ? TimeSpan.FromSeconds(seconds.GetDouble()) : TimeSpan.FromMinutes(5);
            // Renewed early enough that it doesn't expire on its way to the server.
            var margin = lifetime / 5 < LongestMargin ? lifetime / 5 : LongestMargin;
            return new Token(json.RootElement.GetProperty("access_token").GetString()!, fetchedAt, lifetime - margin);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new RpcException(new Status(StatusCode.Unauthenticated, "The token endpoint's answer holds no access token.", e));
        }
    }

    private RpcException Refused(HttpStatusCode code, string body)
    {
        var (status, what) = (int)code switch
        {
            429 or >= 500 => (StatusCode.Unavailable, "can't hand out a token just now"),
            _ => (StatusCode.Unauthenticated, $"refused the client id '{_options.ClientId}' or its secret"),
        };
        return new RpcException(new Status(status, $"{_address} {what} (HTTP {(int)code}{OAuthError(body)})."));
    }

    private static string OAuthError(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return ", " + json.RootElement.GetProperty("error").GetString();
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return "";
        }
    }
}
