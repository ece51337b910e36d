using System.Data.Common;
using System.Globalization;
using System.Text;
using WorkOrders.Server.Store;

namespace WorkOrders.Server.Photos;

/// <summary>The headers of tus 1.0.0, and what holds for each of its requests.</summary>
internal sealed partial class Tus(ILogger<Tus> log) : IEndpointFilter
{
    public const string Version = "1.0.0";
    public const string ContentType = "application/offset+octet-stream";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        response.Headers["Tus-Resumable"] = Version;
        response.Headers.CacheControl = "no-store";
        if (!HttpMethods.IsOptions(request.Method) && request.Headers["Tus-Resumable"] != Version)
        {
            response.Headers["Tus-Version"] = Version;
            return PhotoRefusal.OtherProtocol;
        }
        try
        {
            return await next(context);
        }
        // the disk is full, or somebody holds the database
        catch (Exception e) when (e is IOException || e is DbException db && db.IsUnavailable())
        {
            LogUnavailable(e);
            return PhotoRefusal.StoreUnavailable;
        }
    }

    /// <summary>A header that is a count of bytes; null if it is missing or none.</summary>
    public static long? Count(HttpRequest request, string header) =>
        long.TryParse(request.Headers[header], NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    /// <summary>Which order an upload is for; null if its metadata names none.</summary>
    public static long? Number(HttpRequest request)
    {
        foreach (var pair in request.Headers["Upload-Metadata"].ToString().Split(',', StringSplitOptions.TrimEntries))
        {
            if (pair.Split(' ') is ["number", var value] && Decode(value) is { } text
                && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
                return number;
        }
        return null;
    }

    private static string? Decode(string base64)
    {
        Span<byte> bytes = stackalloc byte[64];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? Encoding.UTF8.GetString(bytes[..length]) : null;
    }

    [LoggerMessage(LogLevel.Error, "A photo can't be saved just now")]
    private partial void LogUnavailable(Exception e);
}
