using Grpc.Core;
using Microsoft.AspNetCore.Components;
using WorkOrders.Board.Live;
using WorkOrders.Board.Shared;
using WorkOrders.Board.Shared.Forms;
using WorkOrders.V1;

namespace WorkOrders.Board.Dispatch.Boards;

/// <summary>Väggtavlor: lets screens in by the code on them, and shows them out.</summary>
public sealed partial class BoardsPage
{
    /// <summary>Screens come and go without an event in the feed.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(5);

    private IReadOnlyList<PairedBoard>? _boards;
    private PairingRequest? _asks;
    private FormProblems _problems = FormProblems.None;
    private Func<string>? _told;
    private string _code = "";
    private string _name = "";
    private ITimer? _tick;

    [Inject]
    private PairingService.PairingServiceClient Pairing { get; set; } = null!;

    [Inject]
    private Page Page { get; set; } = null!;

    private DateTimeOffset Now => Feed.Clock.Now;

    protected override async Task<long> LoadAsync(CancellationToken stop)
    {
        _boards = (await Pairing.ListBoardsAsync(new(), cancellationToken: stop)).Boards;
        return long.MaxValue; // nothing in the feed concerns them
    }

    protected override bool Concerns(FeedItem item) => false;

    protected override void OnAfterRender(bool firstRender)
    {
        base.OnAfterRender(firstRender);
        if (firstRender)
            _tick = Time.CreateTimer(_ => InvokeAsync(Reload), null, BetweenLooks, BetweenLooks);
    }

    protected override void Dispose(bool disposing)
    {
        _tick?.Dispose();
        base.Dispose(disposing);
    }

    private Task LookUpAsync() => TryAsync(async () =>
    {
        _asks = (await Pairing.LookUpPairingAsync(new() { UserCode = _code })).Pairing;
        _name = "";
        await Page.FocusAsync("#pair-heading");
    });

    private Task ApproveAsync() => TryAsync(async () =>
    {
        var name = _name.Trim();
        await Pairing.ApprovePairingAsync(new() { UserCode = _asks!.UserCode, Name = name });
        await EndAsync(() => Words.Format("Boards.Approved", name));
    });

    private Task DenyAsync() => TryAsync(async () =>
    {
        await Pairing.DenyPairingAsync(new() { UserCode = _asks!.UserCode });
        await EndAsync(() => Words["Boards.Denied"]);
    });

    private async Task LetGoAsync()
    {
        (_asks, _problems) = (null, FormProblems.None);
        await Page.FocusAsync("#pair-heading");
    }

    private async Task RevokeAsync(PairedBoard board)
    {
        _told = null;
        try
        {
            await Pairing.RevokeBoardAsync(new() { BoardId = board.BoardId });
            _told = () => Words.Format("Boards.Revoked", board.Name);
        }
        catch (RpcException e)
        {
            var why = new Refusal(e);
            _told = () => why.Message(Words);
        }
        await Page.FocusAsync("#boards-heading");
        Reload();
    }

    private async Task TryAsync(Func<Task> work)
    {
        (_told, _problems) = (null, FormProblems.None);
        try
        {
            await work();
        }
        catch (RpcException e)
        {
            var refusal = new Refusal(e);
            _problems = FormProblems.Of(refusal);
            // nobody shows that code any more: another one has to be read off the screen
            if (refusal.Reason == "PAIRING_NOT_FOUND")
                _asks = null;
        }
    }

    private async Task EndAsync(Func<string> told)
    {
        (_asks, _code, _told) = (null, "", told);
        await Page.FocusAsync("#told");
        Reload();
    }
}
