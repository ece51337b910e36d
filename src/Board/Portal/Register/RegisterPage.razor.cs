using Grpc.Core;
using Microsoft.AspNetCore.Components;
using WorkOrders.Board.Live;
using WorkOrders.Board.Shared;
using WorkOrders.Board.Shared.Forms;
using WorkOrders.V1;

namespace WorkOrders.Board.Portal.Register;

/// <summary>Registrera arbetsorder: a contractor's own finding, which then waits for an orderer.</summary>
public sealed partial class RegisterPage : IDisposable
{
    private RegisterForm _form = new();
    private FormProblems _problems = FormProblems.None;
    private Task _looking = Task.CompletedTask;
    private Func<string>? _lookedUp;
    private long? _registered;
    private string? _kept;

    [Inject]
    private WorkOrderService.WorkOrderServiceClient Orders { get; set; } = null!;

    [Inject]
    private Me Me { get; set; } = null!;

    [Inject]
    private Words Words { get; set; } = null!;

    [Inject]
    private Page Page { get; set; } = null!;

    [Inject]
    private Drafts Drafts { get; set; } = null!;

    /// <summary>Whoever signs in next in the same tab has a draft of their own.</summary>
    private string DraftName => $"register {Me.Account?.AccountId}";

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
            await RecallAsync();
        else
            await KeepAsync();
    }

    public void Dispose() => Words.Changed -= Draw;

    private async Task RecallAsync()
    {
        Words.Changed += Draw;
        _kept = _form.Write();
        if (RegisterForm.Read(await Drafts.ReadAsync(DraftName)) is { } draft && _kept == _form.Write())
        {
            _form = draft;
            _kept = draft.Write();
            StateHasChanged();
        }
    }

    /// <summary>After whatever has changed it.</summary>
    private async Task KeepAsync()
    {
        if (_kept is null || _registered is not null || _form.Write() is var draft && draft == _kept)
            return;
        _kept = draft;
        await Drafts.KeepAsync(DraftName, draft, briefly: true);
    }

    private Task LookUp() => _looking = LookUpAsync(_form);

    private async Task LookUpAsync(RegisterForm form)
    {
        var number = form.Object.Number.Trim();
        form.Fill(null);
        _lookedUp = null;
        if (number.Length == 0)
            return;
        try
        {
            var latest = await Orders.ListWorkOrdersAsync(new() { Filter = new() { ObjectNumber = number }, PageSize = 1 });
            if (form.Object.Number.Trim() == number)
                Take(form, number, latest.WorkOrders.FirstOrDefault());
        }
        catch (RpcException)
        {
            // one more thing to type
        }
    }

    private void Take(RegisterForm form, string number, WorkOrder? latest)
    {
        if (form.Fill(latest?.PropertyObject))
            _lookedUp = () => Words.Format("Register.Filled", latest!.Number);
        else if (latest is null)
            _lookedUp = () => Words.Format("Register.Unknown", number);
    }

    private async Task SendAsync()
    {
        // whoever presses Enter in the number's field has not seen the address yet
        await _looking;
        try
        {
            _registered = (await Orders.RegisterWorkOrderAsync(_form.ToRequest())).WorkOrder.Number;
            _problems = FormProblems.None;
            await Drafts.ForgetAsync(DraftName);
            await Page.FocusAsync("#registered");
        }
        catch (RpcException e)
        {
            _problems = WhyNot(new(e));
        }
    }

    private FormProblems WhyNot(Refusal refusal)
    {
        if (refusal.Reason != "REQUEST_ID_REUSED")
            return FormProblems.Of(refusal);
        // an attempt without an answer had arrived after all, and something has been changed since
        _form.IsAnother();
        return new([new("", words => words["Register.SentBefore"])]);
    }

    private async Task BeginAnotherAsync()
    {
        (_form, _registered, _lookedUp, _kept) = (new(), null, null, "");
        await Page.FocusAsync($"#{FormField.IdOf("type")}");
    }

    private void Draw() => _ = InvokeAsync(StateHasChanged);
}
