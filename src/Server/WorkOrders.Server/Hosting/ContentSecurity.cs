using System.Security.Cryptography;

namespace WorkOrders.Server.Hosting;

/// <summary>Tells browsers to trust nothing that isn't ours, and to let nobody else use what is.</summary>
internal sealed class ContentSecurity(RequestDelegate next)
{
    private const string NonceKey = "csp-nonce";

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy(NonceOf(context));
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        return next(context);
    }

    /// <summary>What lets this one answer carry a script inside its document. Different each time.</summary>
    public static string NonceOf(HttpContext context)
    {
        if (context.Items[NonceKey] is not string nonce)
            context.Items[NonceKey] = nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        return nonce;
    }

    // wasm-unsafe-eval lets WebAssembly be compiled, and only that
    private static string Policy(string nonce) =>
        "default-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; "
        + "connect-src 'self'; font-src 'self'; img-src 'self' data:; "
        + $"manifest-src 'self'; worker-src 'self'; style-src 'self'; script-src 'self' 'wasm-unsafe-eval' 'nonce-{nonce}'";
}
