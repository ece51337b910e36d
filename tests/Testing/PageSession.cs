using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace WorkOrders.Testing;

/// <summary>A browser of sorts: keeps cookies, runs no scripts, follows no redirects.</summary>
public sealed partial class PageSession : IDisposable
{
    private readonly CookieContainer _cookies = new();

    private readonly IPAddress _from;

    /// <summary>From an address of this machine: 127.0.0.1, or another one of 127.0.0.0/8 to be somebody else.</summary>
    public PageSession(Uri server, IPAddress? from = null)
    {
        _from = from ?? IPAddress.Loopback;
        Http = new(CreateHandler()) { BaseAddress = server };
    }

    /// <summary>For another client in the same session, such as one over gRPC-Web.</summary>
    public HttpMessageHandler CreateHandler() => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        CookieContainer = _cookies,
        ConnectCallback = async (context, stop) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(_from, 0));
            await socket.ConnectAsync(context.DnsEndPoint, stop);
            return new NetworkStream(socket, ownsSocket: true);
        },
    };

    /// <summary>Asks as a browser does.</summary>
    public HttpClient Http { get; }

    /// <summary>The cookies that it has: for a hub connection, or a real browser.</summary>
    public CookieCollection Cookies => _cookies.GetCookies(Http.BaseAddress!);

    /// <summary>Opens a page as a browser does that shows it.</summary>
    public Task<HttpResponseMessage> OpenAsync(string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/html");
        return Http.SendAsync(request);
    }

    /// <summary>Fills in the sign-in page's form and sends it. 302 if it succeeded.</summary>
    public async Task<HttpResponseMessage> SignInAsync(string userName, string password, string returnUrl = "/")
    {
        var path = $"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}";
        using var page = await OpenAsync(path);
        var hidden = HiddenField().Matches(await page.Content.ReadAsStringAsync())
            .Select(m => KeyValuePair.Create(m.Groups["name"].Value, m.Groups["value"].Value));
        return await Http.PostAsync(path, new FormUrlEncodedContent(
            [.. hidden, new("Form.UserName", userName), new("Form.Password", password)]));
    }

    public void Dispose() => Http.Dispose();

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)" />""")]
    private static partial Regex HiddenField();
}
