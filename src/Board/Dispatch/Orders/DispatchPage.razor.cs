using Grpc.Core;
using Microsoft.AspNetCore.Components;
using WorkOrders.Board.Portal;
using WorkOrders.Board.Portal.Keyboard;
using WorkOrders.Board.Portal.Lists;
using WorkOrders.Board.Shared;
using WorkOrders.V1;

namespace WorkOrders.Board.Dispatch.Orders;

/// <summary>All orders, those first that wait for a dispatcher; many of them can be picked and moved to another contractor.</summary>
public sealed partial class DispatchPage
{
    /// <summary>An order is forgotten by the passing of time alone.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(1);

    private readonly Selection _selection = new();
    private DispatchAddress _address = new(new ListAddress());
    private DispatchView? _view;
    private IReadOnlyList<ContractorReference> _contractors = [];
    private int? _forgottenHours;
    private string? _focused;
    private ITimer? _tick;

    [Inject]
    private DispatchService.DispatchServiceClient Desk { get; set; } = null!;

    [Inject]
    private WorkOrderService.WorkOrderServiceClient Orders { get; set; } = null!;

    [Inject]
    private AccountService.AccountServiceClient Accounts { get; set; } = null!;

    [Inject]
    private Page Page { get; set; } = null!;

    [Inject]
    private Shortcuts Shortcuts { get; set; } = null!;

    /// <summary>What was read for this very address.</summary>
    private DispatchView? Shown => _view is { } view && view.Address.ToString() == _address.ToString() ? view : null;

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
            await Me.LoadAsync();
            _contractors = (await Accounts.ListContractorsAsync(new())).Contractors;
        }
        catch (RpcException)
        {
            // said when one is to be chosen: there is none
        }
        await ResumeAsync();
        StateHasChanged();
    }

    private void Picked() => _done = null;

    private DispatchAddress At(PagePlace place) => _view!.Address with { List = _view.Address.List with { Page = place } };
}
