using Google.Protobuf.WellKnownTypes;
using WorkOrders.Server.Wire;
using WorkOrders.V1;
using Actor = WorkOrders.Domain.Actor;

namespace WorkOrders.Server.Accounts.Pairing;

/// <summary>What dispatchers do about screens.</summary>
internal sealed class PairingDesk(Pairings pairings, Boards boards, PairingSettings settings, TimeProvider clock)
{
    private const int LongestName = 60;

    private static readonly StringComparer Alphabetical = StringComparer.Create(new("sv-SE"), ignoreCase: true);

    private readonly Buckets _wrongCodes = new(settings.WrongCodeBurst, settings.WrongCodesPerMinute, clock);

    public PairingRequest LookUp(string userCode, Actor caller) => Read(userCode, caller) is { IsOver: false } screen
        ? Message(screen) : throw Errors.PairingNotFound(Codes.Show(Codes.Read(userCode)!));

    public async Task ApproveAsync(ApprovePairingRequest request, Actor caller, CancellationToken stop)
    {
        var wrong = new FieldViolations();
        CheckCode(request.UserCode, wrong);
        var name = await ReadNameAsync(request.Name, wrong, stop);
        wrong.ThrowIfAny();
        var screen = Read(request.UserCode, caller);
        if (!pairings.Approve(screen.UserCode, new(name, caller.Name)))
            throw Errors.PairingNotFound(Codes.Show(screen.UserCode));
    }

    public void Deny(string userCode, Actor caller) => pairings.Deny(Read(userCode, caller).UserCode);

    /// <param name="isConnected">Whether the account follows the feed.</param>
    /// <param name="stop">Cancelled when the caller has gone.</param>
    public async Task<ListBoardsResponse> ListAsync(Func<string, bool> isConnected, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        return new()
        {
            Boards =
            {
                (await boards.ListAsync(stop)).OrderBy(b => b.Name, Alphabetical).ThenBy(b => b.PairedAt)
                    .Select(b => Message(b, isConnected(b.Id), now)),
            },
        };
    }

    public async Task RevokeAsync(string boardId, CancellationToken stop)
    {
        var wrong = new FieldViolations();
        if (boardId.Length == 0) wrong.Add("board_id", "Måste fyllas i.", "Is required.", "REQUIRED");
        wrong.ThrowIfAny();
        if (!await boards.RevokeAsync(boardId, stop)) throw Errors.BoardNotFound(boardId);
    }

    // a wrong code costs a token, so that codes can't be tried one after the other
    private WaitingScreen Read(string userCode, Actor caller)
    {
        var wrong = new FieldViolations();
        CheckCode(userCode, wrong);
        wrong.ThrowIfAny();
        if (!_wrongCodes.TryTake(caller.AccountId, out var wait))
            throw Errors.RateLimited(wait);
        if (pairings.Find(userCode) is not { } screen)
            throw Errors.PairingNotFound(Codes.Show(Codes.Read(userCode)!));
        _wrongCodes.GiveBack(caller.AccountId);
        return screen;
    }

    private static void CheckCode(string userCode, FieldViolations wrong)
    {
        if (string.IsNullOrWhiteSpace(userCode))
            wrong.Add("user_code", "Måste fyllas i.", "Is required.", "REQUIRED");
        else if (Codes.Read(userCode) is null)
            wrong.Add("user_code", "Koden har åtta bokstäver, som WDJB-MJHT: inga vokaler och inga siffror.",
                "The code has eight letters, such as WDJB-MJHT: no vowels and no digits.");
    }

    private async Task<string> ReadNameAsync(string typed, FieldViolations wrong, CancellationToken stop)
    {
        var name = typed.Trim();
        if (name.Length == 0)
            wrong.Add("name", "Måste fyllas i.", "Is required.", "REQUIRED");
        else if (name.Length > LongestName)
            wrong.Add("name", $"Högst {LongestName} tecken; det är {name.Length}.", $"At most {LongestName} characters; there are {name.Length}.", "LENGTH");
        else if (name.Any(char.IsControl))
            wrong.Add("name", "Får inte innehålla styrtecken.", "Must not contain control characters.");
        else if ((await boards.ListAsync(stop)).Any(b => Alphabetical.Equals(b.Name, name)))
            wrong.Add("name", "En annan tavla heter så.", "Another board has this name.", "TAKEN");
        return name;
    }

    private static PairingRequest Message(WaitingScreen screen) => new()
    {
        UserCode = Codes.Show(screen.UserCode),
        AskedAt = screen.AskedAt.ToTimestamp(),
        ExpiresAt = screen.ExpiresAt.ToTimestamp(),
        Address = screen.Address,
        Browser = screen.Browser,
    };

    private static V1.PairedBoard Message(PairedBoard board, bool connected, DateTimeOffset now) => new()
    {
        BoardId = board.Id,
        Name = board.Name,
        PairedAt = board.PairedAt.ToTimestamp(),
        PairedBy = board.PairedBy,
        PairedFrom = board.PairedFrom,
        LastSeenAt = (connected ? now : board.LastSeenAt).ToTimestamp(),
        Connected = connected,
    };
}
