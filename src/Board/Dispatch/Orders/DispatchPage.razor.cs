using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Components;
using WorkOrders.Board.Live;
using WorkOrders.Board.Portal;
using WorkOrders.Board.Portal.Keyboard;
using WorkOrders.Board.Portal.Lists;
using WorkOrders.Board.Shared;
using WorkOrders.Board.Shared.Forms;
using WorkOrders.V1;

namespace WorkOrders.Board.Dispatch.Orders;

/// <summary>
/// All orders, those first that wait for a dispatcher; many of them can be picked and moved to another contractor. What was
/// sent and has no answer is kept by the browser until it has one.
/// </summary>
public sealed partial class DispatchPage
{
    private const string KeptWish = "dispatch.reassign";

    /// <summary>An order is forgotten by the passing of time alone.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(1);

    private readonly Selection _selection = new();
    private readonly OneWish<ReassignWorkOrdersRequest> _once = new();
    private DispatchAddress _address = new(new ListAddress());
    private DispatchView? _view;
    private IReadOnlyList<ContractorReference> _contractors = [];
    private ReassignWorkOrdersRequest _wish = new();
    private FormProblems _problems = FormProblems.None;
    private Reassignment? _done;
    private int? _forgottenHours;
    private bool _isOpen, _isUnanswered;
    private string? _focused;
    private ITimer? _tick;

    [Inject]
    private DispatchService.DispatchServiceClient Desk { get; set; } = null!;

    [Inject]
    private WorkOrderService.WorkOrderServiceClient Orders { get; set; } = null!;

    [Inject]
    private AccountService.AccountServiceClient Accounts { get; set; } = null!;

    [Inject]
    private Drafts Drafts { get; set; } = null!;

    [Inject]
    private Page Page { get; set; } = null!;

    [Inject]
    private Shortcuts Shortcuts { get; set; } = null!;

    /// <summary>What was read for this very address.</summary>
    private DispatchView? Shown => _view is { } view && view.Address.ToString() == _address.ToString() ? view : null;

    /// <summary>What is to be moved; for a wish without an answer all that it named, also what isn't shown any more.</summary>
    private IReadOnlyList<long> Wanted => _isUnanswered && _once.Waiting is { } waiting ? waiting.Numbers : _selection.Numbers;

    protected override async Task<long> LoadAsync(CancellationToken stop)
    {
        var uri = Navigation.Uri;
        _address = DispatchAddress.Of(uri);
        if (_address.List.Wrong.Length > 0)
            return 0;

        var view = await new DispatchReader(Desk, Orders).ReadAsync(_address, stop);
        // somebody may have gone on meanwhile
        if (uri != Navigation.Uri)
            return view.Revision;
        _view = view;
        _forgottenHours = view.ForgottenHours ?? _forgottenHours;
        _selection.Shows(view.Numbers);
        return view.Revision;
    }

    protected override bool Concerns(FeedItem item) => _view is null || _view.Concerns(item);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _tick = Time.CreateTimer(_ => Reload(), null, LookAgain, LookAgain);
            await PrepareAsync();
        }
        await Shortcuts.SettleAsync();
        if (Shown is null || _focused == _address.ToString())
            return;
        // whoever goes from list to list is told so; whoever opens the page begins at its top
        var isOther = _focused is not null;
        _focused = _address.ToString();
        if (isOther)
            await Page.FocusAsync("#list");
    }

    protected override void Dispose(bool disposing)
    {
        _tick?.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>To whom orders can be moved, and what was sent before the page was loaded anew.</summary>
    private async Task PrepareAsync()
    {
        try
        {
            _contractors = (await Accounts.ListContractorsAsync(new())).Contractors;
        }
        catch (RpcException)
        {
            // said when one is to be chosen: there is none
        }
        if (await Drafts.ReadAsync(KeptWish) is { } kept)
        {
            try
            {
                _wish = ReassignWorkOrdersRequest.Parser.ParseJson(kept);
                _once.Resume(_wish.Clone());
                (_isOpen, _isUnanswered) = (true, true);
            }
            catch (InvalidProtocolBufferException)
            {
                await Drafts.ForgetAsync(KeptWish);
            }
        }
        StateHasChanged();
    }

    private void Picked() => _done = null;

    private async Task OpenAsync()
    {
        (_isOpen, _done) = (true, null);
        StateHasChanged();
        await Page.FocusAsync("#contractor-id");
    }

    private async Task CloseAsync()
    {
        (_isOpen, _isUnanswered, _problems) = (false, false, FormProblems.None);
        _once.Answered();
        await Drafts.ForgetAsync(KeptWish);
        await Page.FocusAsync("#list");
    }

    private async Task LetGoAsync()
    {
        _selection.Clear();
        await CloseAsync();
    }

    private async Task SendAsync()
    {
        _problems = new(Missing());
        if (_problems.Any)
            return;

        var request = _once.Of(new() { Numbers = { Wanted }, ContractorId = _wish.ContractorId, Reason = _wish.Reason.Trim() });
        await Drafts.KeepAsync(KeptWish, JsonFormatter.Default.Format(request), briefly: true);
        try
        {
            var answer = await Desk.ReassignWorkOrdersAsync(request);
            _once.Answered();
            await Drafts.ForgetAsync(KeptWish);
            var name = _contractors.FirstOrDefault(c => c.Id == request.ContractorId)?.Name ?? request.ContractorId;
            _done = Reassignment.Of(name, answer);
            _selection.Clear();
            _selection.Set(_done.Left, pick: true);
            (_isOpen, _isUnanswered) = (false, false);
            _wish = new();
            // the form goes: what has become of it is the place to be
            await Page.FocusAsync("#told");
        }
        catch (RpcException e)
        {
            var refusal = new Refusal(e);
            _problems = FormProblems.Of(refusal);
            _isUnanswered = refusal.IsPassing;
            if (!refusal.IsPassing)
            {
                _once.Answered();
                await Drafts.ForgetAsync(KeptWish);
            }
        }
        Reload();
    }

    private IEnumerable<FormProblem> Missing()
    {
        if (_wish.ContractorId.Length == 0)
            yield return new("contractor_id", words => words["Forms.Required"]);
        if (string.IsNullOrWhiteSpace(_wish.Reason))
            yield return new("reason", words => words["Forms.Required"]);
    }

    private DispatchAddress At(PagePlace place) => _view!.Address with { List = _view.Address.List with { Page = place } };
}
