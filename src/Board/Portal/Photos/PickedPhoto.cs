using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using WorkOrders.Board.Shared;

namespace WorkOrders.Board.Portal.Photos;

/// <summary>A photo on this device, on its way to the server.</summary>
public sealed record PickedPhoto
{
    /// <summary>What it is called on this device; null if the file could not be read as a picture.</summary>
    public string? Key { get; init; }

    /// <summary>Its order.</summary>
    public long Number { get; init; }

    /// <summary>The file's name.</summary>
    public string Name { get; init; } = "";

    public int Width { get; init; }
    public int Height { get; init; }

    /// <summary>In bytes, as it is sent.</summary>
    public long Size { get; init; }

    /// <summary>A small one to look at: a data URL.</summary>
    public string Preview { get; init; } = "";

    /// <summary>The request id of the wish that it goes with; null while somebody still writes.</summary>
    public string? Wish { get; init; }

    /// <summary>The photo_id of the contract; null until the server has all of it.</summary>
    public string? Id { get; init; }

    /// <summary>How many bytes the server has.</summary>
    public long Sent { get; init; }

    /// <summary>Why the server doesn't take it; null if it may.</summary>
    public PhotoProblem? Problem { get; init; }

    public int Percent => Size == 0 ? 0 : (int)(100 * Sent / Size);
}

/// <summary>The server's refusal of a photo.</summary>
public sealed record PhotoProblem(string Reason, string Swedish, string English)
{
    /// <summary>It isn't the photo's fault: the order takes none, or isn't there any more.</summary>
    public bool IsOfTheOrder => Reason is "INVALID_STATE_TRANSITION" or "WORK_ORDER_NOT_FOUND";

    /// <summary>The browser has thrown it away: it needed the room.</summary>
    public static PhotoProblem Lost { get; } =
        new("PHOTO_LOST", Words.In(Language.Swedish, "Photos.Lost"), Words.In(Language.English, "Photos.Lost"));

    /// <summary>As a call would have been refused.</summary>
    public Status ToStatus() => new()
    {
        Details =
        {
            Any.Pack(new ErrorInfo { Domain = "workorders", Reason = Reason }),
            Any.Pack(new LocalizedMessage { Locale = "sv-SE", Message = Swedish }),
            Any.Pack(new LocalizedMessage { Locale = "en", Message = English }),
        },
    };

    public string Message(Words words) => (words.Language == Language.Swedish ? Swedish : English) is { Length: > 0 } text
        ? text : words["Photos.Refused"];
}

/// <summary>What was picked, and how many of it were too many.</summary>
public sealed record Picked(PickedPhoto[] Photos, int Left);

/// <summary>How an attempt to send a photo went.</summary>
public sealed record UploadOutcome(bool IsPassing, bool IsSignedOut, double RetryAfterSeconds);
