using System.Globalization;
using CsvHelper;
using Google.Rpc;
using Grpc.Core;

namespace WorkOrders.Server.Endpoints;

/// <summary>What all files for spreadsheets have in common.</summary>
internal static class CsvFile
{
    /// <summary>As Excel wants it in Swedish: semicolons, and a mark that says UTF-8. What begins like a formula opens as text.</summary>
    public static readonly CsvWriterOptions Form = CsvWriterOptions.Default with
    {
        Separator = ';', WriteByteOrderMark = true, Injection = CsvInjection.Escape,
    };

    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    /// <param name="context">Whose answer it is; nothing of it has been sent.</param>
    /// <param name="name">What the file is called, without its ending.</param>
    public static void Begin(HttpContext context, string name)
    {
        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}.csv\"";
    }

    /// <summary>Tells what is wrong with which part of the query.</summary>
    public static Task RefuseAsync(HttpContext context, RpcException refusal, Func<string, string> nameOf) =>
        TellAsync(context, StatusCodes.Status400BadRequest, string.Join('\n', refusal.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations
            .Select(v => $"{nameOf(v.Field)}: {(IsEnglish ? v.Description : v.LocalizedMessage.Message)}")));

    /// <summary>Not so many at a time.</summary>
    public static Task RefuseAsync(HttpContext context, TimeSpan wait)
    {
        context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return TellAsync(context, StatusCodes.Status429TooManyRequests, IsEnglish
            ? "Too many downloads in a short time. Wait a moment." : "För många hämtningar på kort tid. Vänta en stund.");
    }

    private static Task TellAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(text);
    }
}
