using System.Globalization;
using WorkOrders.Server.Accounts;
using WorkOrders.Server.Store;

namespace WorkOrders.Server.Photos;

/// <summary>
/// Uploads by the tus protocol, version 1.0.0: core, creation, termination. The length of the file is the offset, so that
/// it is true after any crash.
/// </summary>
internal sealed class UploadEndpoint(
    Uploads uploads, PhotoFiles files, Reception reception, Hands hands, Darkroom darkroom, PhotoSettings settings, TimeProvider clock)
{
    public const string Path = "/photos/uploads";
    public const string OnePath = "/photos/uploads/{id:guid}";

    // a burst of refusals must not hide that it is the unused ones that are too many
    private readonly Buckets _begun = new(2 * settings.MaximumUnused, settings.UploadsPerMinute, clock);

    /// <summary>OPTIONS.</summary>
    public IResult Describe(HttpResponse response)
    {
        response.Headers["Tus-Version"] = Tus.Version;
        response.Headers["Tus-Extension"] = "creation,termination";
        response.Headers["Tus-Max-Size"] = settings.MaximumBytes.ToString(CultureInfo.InvariantCulture);
        return Results.NoContent();
    }

    /// <summary>POST.</summary>
    public IResult Begin(HttpContext context)
    {
        var by = Caller.Of(context.User);
        if (!_begun.TryTake(by.AccountId, out var wait))
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return PhotoRefusal.RateLimited;
        }
        if (Tus.Count(context.Request, "Upload-Length") is not { } length || length < 1) return PhotoRefusal.LengthMissing;
        if (length > settings.MaximumBytes) return PhotoRefusal.TooLarge(settings.MaximumBytes);
        if (Tus.Number(context.Request) is not { } number) return PhotoRefusal.NumberMissing;
        if (uploads.MayAttach(number, by) is not { } may) return PhotoRefusal.WorkOrderNotFound(number);
        if (!may) return PhotoRefusal.OrderClosed(number);
        if (uploads.Begin(number, by.AccountId, length) is not { } id) return PhotoRefusal.TooManyUnused(settings.MaximumUnused);

        // relative, as nobody knows here what a proxy calls us
        return Results.Created($"{Path}/{id}", null);
    }

    /// <summary>HEAD: how far it has come.</summary>
    public async Task<IResult> TellAsync(Guid id, HttpContext context)
    {
        // before the row: once it says that all is there, the file goes
        var received = files.Received(id);
        if (Find(id, context) is not { } upload) return PhotoRefusal.NotFound;

        var offset = upload.IsReady ? upload.Length : received;
        // whoever hears that all is there sends nothing more: it must be ready by then, even if a crash came between
        if (offset == upload.Length && !upload.IsReady && await darkroom.DevelopAsync(id) is { } refusal) return refusal;

        context.Response.Headers["Upload-Offset"] = Text(offset);
        context.Response.Headers["Upload-Length"] = Text(upload.Length);
        return Results.Ok();
    }

    /// <summary>PATCH: more of it.</summary>
    public async Task<IResult> AddAsync(Guid id, HttpContext context)
    {
        var request = context.Request;
        if (request.ContentType != Tus.ContentType) return PhotoRefusal.OtherContentType;
        if (Tus.Count(request, "Upload-Offset") is not { } offset) return PhotoRefusal.OffsetMissing;
        if (Find(id, context) is null) return PhotoRefusal.NotFound;

        using var hand = hands.TryTake(id);
        if (hand is null) return PhotoRefusal.Locked;
        // as it is now that nobody else has it
        if (Find(id, context) is not { } upload) return PhotoRefusal.NotFound;
        if (offset != (upload.IsReady ? upload.Length : files.Received(id))) return PhotoRefusal.OtherOffset;
        if (request.ContentLength > upload.Length - offset) return PhotoRefusal.LongerThanSaid;

        if (!upload.IsReady)
        {
            switch (await reception.TakeAsync(upload, request.Body, context.RequestAborted))
            {
                case Received.TooMuch: return PhotoRefusal.LongerThanSaid;
                // nobody is there to read an answer
                case Received.Broken: return Results.BadRequest();
            }
            offset = files.Received(id);
            if (offset == upload.Length && await darkroom.DevelopAsync(id) is { } refusal) return refusal;
        }
        context.Response.Headers["Upload-Offset"] = Text(offset);
        return Results.NoContent();
    }

    /// <summary>DELETE: changed one's mind.</summary>
    public IResult Remove(Guid id, HttpContext context)
    {
        if (Find(id, context) is null) return PhotoRefusal.NotFound;

        using var hand = hands.TryTake(id);
        if (hand is null) return PhotoRefusal.Locked;

        return uploads.Discard(id) ? Results.NoContent() : PhotoRefusal.NotFound;
    }

    private PhotoRow? Find(Guid id, HttpContext context) => uploads.Find(id, Caller.Of(context.User).AccountId);

    private static string Text(long count) => count.ToString(CultureInfo.InvariantCulture);
}
