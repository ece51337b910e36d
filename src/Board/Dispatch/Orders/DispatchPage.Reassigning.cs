using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Components;
using WorkOrders.Board.Live;
using WorkOrders.Board.Portal;
using WorkOrders.Board.Shared.Forms;
using WorkOrders.V1;

namespace WorkOrders.Board.Dispatch.Orders;

/// <summary>
/// Moving what is picked to another contractor. What was sent and has no answer is kept by the browser until it has one, so
/// that nothing is done twice.
/// </summary>
public sealed partial class DispatchPage
{
    private readonly OneWish<ReassignWorkOrdersRequest> _once = new();
    private ReassignWorkOrdersRequest _wish = new();
    private FormProblems _problems = FormProblems.None;
    private Reassignment? _done;
    private bool _isOpen, _isUnanswered;

    [Inject]
    private Drafts Drafts { get; set; } = null!;

    [Inject]
    private Me Me { get; set; } = null!;

    /// <summary>Where it is kept: whoever signs in next in this tab wants something else.</summary>
    private string KeptWish => $"dispatch.reassign.{Me.Account?.AccountId}";

    /// <summary>What is to be moved; for a wish without an answer all that it named, also what isn't shown any more.</summary>
    private IReadOnlyList<long> Wanted => _isUnanswered && _once.Waiting is { } waiting ? waiting.Numbers : _selection.Numbers;

    /// <summary>What was sent before the page was loaded anew, and never answered.</summary>
    private async Task ResumeAsync()
    {
        if (await Drafts.ReadAsync(KeptWish) is not { } kept)
            return;
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
}
