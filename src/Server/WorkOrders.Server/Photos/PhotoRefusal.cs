using System.Globalization;

namespace WorkOrders.Server.Photos;

/// <summary>
/// A refusal as it goes out over HTTP: RFC 9457, with the reason's stable name and the text in both languages. Where
/// errors.proto has the case, it has that name.
/// </summary>
internal sealed record PhotoRefusal(int Status, string Reason, string Swedish, string English) : IResult
{
    // Who asks, and for what

    /// <summary>The same bytes whether there is no such photo or it is not for the caller's eyes.</summary>
    public static PhotoRefusal NotFound { get; } = new(404, "PHOTO_NOT_FOUND", "Fotot finns inte.", "There is no such photo.");

    public static PhotoRefusal WorkOrderNotFound(long number) => new(404, "WORK_ORDER_NOT_FOUND",
        Text($"Arbetsorder {number} finns inte."), Text($"There is no work order {number}."));

    // not 409: to a tus client that means another offset, and it would try again
    public static PhotoRefusal OrderClosed(long number) => new(403, "INVALID_STATE_TRANSITION",
        Text($"Arbetsorder {number} tar inte emot foton nu."), Text($"Work order {number} takes no photos now."));

    public static PhotoRefusal TooManyUnused(int most) => new(429, "TOO_MANY_UNUSED_PHOTOS",
        Text($"Högst {most} foton får vänta på att användas. Använd eller ta bort några."),
        Text($"At most {most} photos may wait to be used. Use or remove some."));

    public static PhotoRefusal RateLimited { get; } = new(429, "RATE_LIMITED",
        "För många anrop på kort tid. Vänta en stund.", "Too many calls in a short time. Wait a moment.");

    // How it is asked

    public static PhotoRefusal OtherProtocol { get; } = new(412, "TUS_VERSION",
        "Tus-Resumable: 1.0.0 krävs.", "Tus-Resumable: 1.0.0 is required.");

    public static PhotoRefusal LengthMissing { get; } = new(400, "UPLOAD_LENGTH",
        "Upload-Length krävs: antalet byte, minst 1.", "Upload-Length is required: the number of bytes, at least 1.");

    public static PhotoRefusal NumberMissing { get; } = new(400, "UPLOAD_METADATA",
        "Upload-Metadata krävs: number och arbetsorderns nummer i base64.", "Upload-Metadata is required: number, and the work order's number in base64.");

    public static PhotoRefusal OffsetMissing { get; } = new(400, "UPLOAD_OFFSET", "Upload-Offset krävs.", "Upload-Offset is required.");

    public static PhotoRefusal OtherOffset { get; } = new(409, "UPLOAD_OFFSET",
        "Fortsätt där det slutade: fråga med HEAD.", "Go on where it ended: ask with HEAD.");

    public static PhotoRefusal OtherContentType { get; } = new(415, "CONTENT_TYPE",
        "Content-Type ska vara application/offset+octet-stream.", "Content-Type must be application/offset+octet-stream.");

    public static PhotoRefusal Locked { get; } = new(423, "UPLOAD_LOCKED",
        "Fotot laddas upp på en annan förbindelse.", "The photo is being uploaded over another connection.");

    // The photo itself

    public static PhotoRefusal TooLarge(int mostBytes) => new(413, "PHOTO_TOO_LARGE",
        Text($"Fotot är för stort: högst {mostBytes / 1048576.0:0.#} MB."), Text($"The photo is too large: at most {mostBytes / 1048576.0:0.#} MB."));

    public static PhotoRefusal LongerThanSaid { get; } = new(413, "UPLOAD_LENGTH",
        "Fotot är större än det var anmält.", "The photo is larger than was announced.");

    public static PhotoRefusal NoPhoto { get; } = new(422, "NOT_A_PHOTO",
        "Filen är inget foto i JPEG, PNG eller WebP.", "The file is no photo in JPEG, PNG or WebP.");

    public static PhotoRefusal Damaged { get; } = new(422, "PHOTO_DAMAGED",
        "Fotot är skadat. Ta det på nytt.", "The photo is damaged. Take it anew.");

    public static PhotoRefusal TooManyPixels(int most) => new(422, "TOO_MANY_PIXELS",
        Text($"Fotot har för många bildpunkter: högst {most / 1_000_000.0:0.#} miljoner."),
        Text($"The photo has too many pixels: at most {most / 1_000_000.0:0.#} million."));

    // The server

    public static PhotoRefusal StoreUnavailable { get; } = new(503, "STORE_UNAVAILABLE",
        "Servern kan inte spara just nu. Försök igen om en stund.", "The server can't save just now. Try again in a moment.");

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = Status;
        httpContext.Response.Headers.CacheControl = "no-store";
        return httpContext.Response.WriteAsJsonAsync(
            new { status = Status, title = English, reason = Reason, messages = new { sv = Swedish, en = English } },
            options: null, "application/problem+json", httpContext.RequestAborted);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
