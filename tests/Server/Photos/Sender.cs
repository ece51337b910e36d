using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using WorkOrders.Testing;

namespace WorkOrders.Server.Tests.Photos;

/// <summary>Somebody who uploads photos and looks at them: the tus protocol, request by request.</summary>
internal sealed class Sender(HttpClient http) : IDisposable
{
    public const string Uploads = "/photos/uploads";

    public HttpClient Http => http;

    /// <summary>A machine client of the demonstration.</summary>
    public static async Task<Sender> AsAsync(Callers callers, Uri server, string clientId)
    {
        var http = new HttpClient { BaseAddress = server };
        http.DefaultRequestHeaders.Authorization = new("Bearer", await callers.Tokens.OfAsync(clientId));
        return new(http);
    }

    public static Task<Sender> AsAsync(TestServer server, string clientId) => AsAsync(server.Callers, server.Http, clientId);

    /// <summary>The whole of it, in one piece. The photo's id.</summary>
    public async Task<string> UploadAsync(long number, byte[] photo)
    {
        var upload = await BegunAsync(number, photo.Length);
        using var answer = await AddAsync(upload, 0, photo);
        Assert.Equal((HttpStatusCode.NoContent, photo.Length), (answer.StatusCode, OffsetIn(answer)));
        return upload.Split('/')[^1];
    }

    /// <summary>Where an upload that was begun goes.</summary>
    public async Task<string> BegunAsync(long number, int length)
    {
        using var answer = await BeginAsync(number, length);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    public Task<HttpResponseMessage> BeginAsync(long number, long length) => SendAsync(HttpMethod.Post, Uploads, request =>
    {
        request.Headers.Add("Upload-Length", $"{length}");
        request.Headers.Add("Upload-Metadata", $"filename YS5qcGc=, number {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{number}"))}");
    });

    public Task<HttpResponseMessage> AddAsync(string upload, long offset, byte[] bytes, string contentType = "application/offset+octet-stream") =>
        SendAsync(HttpMethod.Patch, upload, request =>
        {
            request.Headers.Add("Upload-Offset", $"{offset}");
            request.Content = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(contentType) } };
        });

    public Task<HttpResponseMessage> AskAsync(string upload) => SendAsync(HttpMethod.Head, upload);

    public async Task<int> OffsetAsync(string upload)
    {
        using var answer = await AskAsync(upload);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return OffsetIn(answer);
    }

    /// <summary>Until so much has arrived.</summary>
    public async Task ArrivedAsync(string upload, int offset)
    {
        while (await OffsetAsync(upload) < offset)
            await Task.Yield();
    }

    /// <summary>Sends no more than these bytes of a longer piece, and stays on the line.</summary>
    public async Task<TcpClient> BeginToAddAsync(string upload, int offset, byte[] bytes, int length)
    {
        var line = new TcpClient();
        await line.ConnectAsync(IPAddress.Loopback, http.BaseAddress!.Port);
        var head = $"PATCH {upload} HTTP/1.1\r\nHost: {http.BaseAddress.Authority}\r\nAuthorization: {http.DefaultRequestHeaders.Authorization}\r\n"
            + $"Tus-Resumable: 1.0.0\r\nContent-Type: application/offset+octet-stream\r\nUpload-Offset: {offset}\r\nContent-Length: {length}\r\n\r\n";
        await line.GetStream().WriteAsync((byte[])[.. Encoding.ASCII.GetBytes(head), .. bytes]);
        await ArrivedAsync(upload, offset + bytes.Length);
        return line;
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, Action<HttpRequestMessage>? with = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Tus-Resumable", "1.0.0");
        with?.Invoke(request);
        return await http.SendAsync(request);
    }

    public static int OffsetIn(HttpResponseMessage answer) => int.Parse(answer.Headers.GetValues("Upload-Offset").Single(), CultureInfo.InvariantCulture);

    /// <summary>Asserts a refusal: its status, its stable name, and that it speaks both languages.</summary>
    public static async Task RefusedAsync(HttpStatusCode status, string reason, HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(status == answer.StatusCode, $"{answer.StatusCode}: {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal(reason, problem.GetProperty("reason").GetString());
        Assert.All(["sv", "en"], language => Assert.NotEqual("", problem.GetProperty("messages").GetProperty(language).GetString()));
    }

    public void Dispose() => http.Dispose();
}
