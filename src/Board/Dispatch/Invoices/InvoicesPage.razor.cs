using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Components;
using WorkOrders.Board.Live;
using WorkOrders.Board.Portal;
using WorkOrders.Board.Shared;
using WorkOrders.Board.Shared.Forms;
using WorkOrders.V1;

namespace WorkOrders.Board.Dispatch.Invoices;

/// <summary>
/// Invoice references, looked up and marked, one or a pasted list. Read to the letter: what is no reference is told so, and
/// nothing is guessed from it.
/// </summary>
public sealed partial class InvoicesPage : IDisposable
{
    private readonly OneWish<MarkWorkOrderInvoicedRequest> _one = new();
    private readonly OneWish<MarkWorkOrdersInvoicedRequest> _many = new();
    private FormProblems _problems = FormProblems.None, _listProblems = FormProblems.None;
    private string _reference = "", _pasted = "";
    private WorkOrder? _found;
    private InvoiceLines? _lines;
    private bool _isUnanswered;

    [Inject]
    private DispatchService.DispatchServiceClient Desk { get; set; } = null!;

    [Inject]
    private WorkOrderService.WorkOrderServiceClient Orders { get; set; } = null!;

    [Inject]
    private Drafts Drafts { get; set; } = null!;

    [Inject]
    private Page Page { get; set; } = null!;

    [Inject]
    private Me Me { get; set; } = null!;

    /// <summary>Where a list is kept that was sent and has no answer: whoever signs in next in this tab has another.</summary>
    private string KeptWish => $"dispatch.invoices.{Me.Account?.AccountId}";

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        Words.Changed += Draw;
        try
        {
            await Me.LoadAsync();
        }
        catch (RpcException)
        {
            return; // nobody knows whose it would be
        }
        if (await Drafts.ReadAsync(KeptWish) is not { } kept)
            return;
        try
        {
            // sent before the page was loaded anew, and never answered
            var wish = MarkWorkOrdersInvoicedRequest.Parser.ParseJson(kept);
            _many.Resume(wish);
            (_pasted, _isUnanswered) = (string.Join('\n', wish.References), true);
            StateHasChanged();
        }
        catch (InvalidProtocolBufferException)
        {
            await Drafts.ForgetAsync(KeptWish);
        }
    }

    public void Dispose() => Words.Changed -= Draw;

    private async Task LookUpAsync()
    {
        _found = null;
        _problems = _reference.Length == 0 ? new([new("reference", words => words["Forms.Required"])]) : FormProblems.None;
        if (_problems.Any)
            return;
        try
        {
            _found = (await Orders.LookUpInvoiceReferenceAsync(new() { Reference = _reference })).WorkOrder;
            await Page.FocusAsync("#found");
        }
        catch (RpcException e)
        {
            var refusal = new Refusal(e);
            _problems = refusal.IsPassing ? FormProblems.Of(refusal) : new([new("reference", refusal.Message)]);
        }
    }

    private async Task MarkAsync()
    {
        try
        {
            _found = (await Orders.MarkWorkOrderInvoicedAsync(_one.Of(new() { Number = _found!.Number }))).WorkOrder;
            _one.Answered();
            await Page.FocusAsync("#found");
        }
        catch (RpcException e)
        {
            var refusal = new Refusal(e);
            _problems = FormProblems.Of(refusal);
            if (!refusal.IsPassing)
                _one.Answered();
        }
    }

    private async Task MarkManyAsync()
    {
        var lines = InvoiceLines.Of(_pasted);
        _listProblems = new(Wrong(lines));
        if (_listProblems.Any)
            return;
        var request = _many.Of(new() { References = { lines.References } });
        await Drafts.KeepAsync(KeptWish, JsonFormatter.Default.Format(request), briefly: true);
        try
        {
            _lines = lines.With(await Desk.MarkWorkOrdersInvoicedAsync(request));
            (_pasted, _isUnanswered) = (_lines.Left, false);
            _many.Answered();
            await Drafts.ForgetAsync(KeptWish);
            await Page.FocusAsync("#told");
        }
        catch (RpcException e)
        {
            var refusal = new Refusal(e);
            _listProblems = FormProblems.Of(refusal);
            _isUnanswered = refusal.IsPassing;
            if (refusal.IsPassing)
                return;
            _many.Answered();
            await Drafts.ForgetAsync(KeptWish);
        }
    }

    private static IEnumerable<FormProblem> Wrong(InvoiceLines lines)
    {
        if (lines.Lines.Count == 0)
            yield return new("references", words => words["Forms.Required"]);
        else if (lines.References.Count > InvoiceLines.Most)
            yield return new("references", words => words.Format("Dispatch.LinesAtMost", InvoiceLines.Most));
    }

    private void Draw() => _ = InvokeAsync(StateHasChanged);
}
