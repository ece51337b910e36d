using Microsoft.Net.Http.Headers;
using WorkOrders.Server.Accounts;

namespace WorkOrders.Server.Photos;

/// <summary>Photos to look at.</summary>
internal static class PhotoEndpoint
{
    public const string Path = "/photos/{id:guid}";
    public const string SmallPath = "/photos/{id:guid}/small";

    public static IResult Large(Guid id, HttpContext context, PhotoAccess access, PhotoFiles files) =>
        Show(id, files.Large(id), $"\"{id}\"", context, access);

    public static IResult Small(Guid id, HttpContext context, PhotoAccess access, PhotoFiles files) =>
        Show(id, files.Small(id), $"\"{id}-small\"", context, access);

    private static IResult Show(Guid id, string file, string etag, HttpContext context, PhotoAccess access)
    {
        if (!access.MayRead(id, Caller.Of(context.User))) return PhotoRefusal.NotFound;

        // A browser keeps it, and asks each time whether it still may show it: an order can leave a contractor at any moment.
        context.Response.Headers.CacheControl = "private, no-cache";
        return Results.File(file, "image/jpeg", entityTag: new EntityTagHeaderValue(etag));
    }
}
