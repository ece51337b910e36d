using Grpc.Core;
using Microsoft.AspNetCore.Components;
using WorkOrders.Board.Live;
using WorkOrders.Board.Portal;
using WorkOrders.Board.Shared;
using WorkOrders.Board.Shared.Forms;
using WorkOrders.V1;

namespace WorkOrders.Board.Desk.Placing;

/// <summary>Beställ arbetsorder: registers an order and places it in one step, with what earlier orders on the object tell.</summary>
public sealed partial class PlacePage : IDisposable
{
    /// <summary>How many of an object's latest orders are looked at.</summary>
    private const int Looked = 10;

    private PlaceForm _form = new();
    private FormProblems _problems = FormProblems.None;
    private List<ContractorReference> _contractors = [];
    private Task _looking = Task.CompletedTask;
    private Func<string>? _lookedUp;
    private long? _placed;
    private string? _kept;

    [Inject]
    private WorkOrderService.WorkOrderServiceClient Orders { get; set; } = null!;

    [Inject]
    private AccountService.AccountServiceClient Accounts { get; set; } = null!;

    [Inject]
    private Me Me { get; set; } = null!;

    [Inject]
    private Words Words { get; set; } = null!;

    [Inject]
    private Page Page { get; set; } = null!;

    [Inject]
    private Drafts Drafts { get; set; } = null!;

    /// <summary>Whoever signs in next in the same tab has a draft of their own.</summary>
    private string DraftName => $"place {Me.Account?.AccountId}";

    protected override async Task OnInitializedAsync()
    {
        try
        {
            await Me.LoadAsync();
            _contractors = [.. (await Accounts.ListContractorsAsync(new())).Contractors];
        }
        catch (RpcException e)
        {
            _problems = FormProblems.Of(new(e));
        }
    }

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
        if (PlaceForm.Read(await Drafts.ReadAsync(DraftName)) is { } draft && _kept == _form.Write())
        {
            _form = draft;
            _kept = draft.Write();
            StateHasChanged();
        }
    }

    /// <summary>After whatever has changed it; a tenant's numbers no longer than the tab.</summary>
    private async Task KeepAsync()
    {
        if (_kept is null || _placed is not null || _form.Write() is var draft && draft == _kept)
            return;
        _kept = draft;
        await Drafts.KeepAsync(DraftName, draft, briefly: true);
    }

    private Task LookUp() => _looking = LookUpAsync(_form);

    private async Task LookUpAsync(PlaceForm form)
    {
        var number = form.Wish.PropertyObject.Number.Trim();
        form.Fill(null);
        _lookedUp = null;
        if (number.Length == 0)
            return;
        try
        {
            var latest = await Orders.ListWorkOrdersAsync(new() { Filter = new() { ObjectNumber = number }, PageSize = Looked });
            // a contractor's own finding knows of no tenant
            if (form.Wish.PropertyObject.Number.Trim() == number)
                Take(form, number, latest.WorkOrders.FirstOrDefault(o => o.Tenant is not null) ?? latest.WorkOrders.FirstOrDefault());
        }
        catch (RpcException)
        {
            // one more thing to type
        }
    }

    private void Take(PlaceForm form, string number, WorkOrder? latest)
    {
        if (form.Fill(latest))
            _lookedUp = () => Words.Format("Desk.Filled", latest!.Number);
        else if (latest is null)
            _lookedUp = () => Words.Format("Desk.Unknown", number);
    }

    private async Task SendAsync()
    {
        // whoever presses Enter in the number's field has not seen what is filled in yet
        await _looking;
        try
        {
            _placed = (await Orders.RegisterWorkOrderAsync(_form.ToRequest())).WorkOrder.Number;
            _problems = FormProblems.None;
            await Drafts.ForgetAsync(DraftName);
            await Page.FocusAsync("#placed");
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
        (_form, _placed, _lookedUp, _kept) = (new(), null, null, "");
        await Page.FocusAsync($"#{FormField.IdOf("type")}");
    }

    private void Draw() => _ = InvokeAsync(StateHasChanged);
}
