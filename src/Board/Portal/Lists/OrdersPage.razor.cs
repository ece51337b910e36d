using Grpc.Core;
using Microsoft.AspNetCore.Components;
using WorkOrders.Board.Live;
using WorkOrders.Board.Portal.Keyboard;
using WorkOrders.Board.Shared;
using WorkOrders.V1;

namespace WorkOrders.Board.Portal.Lists;

/// <summary>Every list of orders: new ones, those in progress, a number of the matrix, what a search has found.</summary>
public sealed partial class OrdersPage
{
    private readonly Dictionary<BundleKey, string> _requests = [];
    private ListAddress _address = new();
    private ReadList? _list;
    private BundleKey? _accepting;
    private List<long>? _accepted;
    private Refusal? _refused;
    private string? _focused;

    [Inject]
    private WorkOrderService.WorkOrderServiceClient Orders { get; set; } = null!;

    [Inject]
    private Page Page { get; set; } = null!;

    [Inject]
    private Shortcuts Shortcuts { get; set; } = null!;

    private DateTimeOffset Now => Feed.Clock.Now;

    /// <summary>What was read for this very address; another list's rows stay only until its own have come.</summary>
    private ReadList? Shown => _address.Wrong.IsEmpty && _list is { } list && list.Address.ToString() == _address.ToString() ? list : null;

    private bool HasFailed => _address.Wrong.Length > 0 || (Shown is null && Problem is not null);

    protected override async Task<long> LoadAsync(CancellationToken stop)
    {
        var uri = Navigation.Uri;
        var address = ListAddress.Of(uri);
        if (address.ToString() != _address.ToString())
            (_accepted, _refused) = (null, null);
        _address = address;
        if (address.Wrong.Length > 0)
            return 0;

        var list = await new ListReader(Orders).ReadAsync(address, stop);
        // somebody may have gone on to another list meanwhile
        if (uri == Navigation.Uri)
            Show(list);
        return list.Revision;
    }

    // what becomes late does so without anything happening
    private void Show(ReadList list)
    {
        _list = list;
        DrawAt(list.List.Orders.Select(Due.Of).Where(due => due > Now).Min());
    }

    protected override bool Concerns(FeedItem item) => _list is null || _list.Concerns(item);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        await Shortcuts.SettleAsync();
        if (Shown is null || _focused == _address.ToString())
            return;
        // whoever goes from list to list is told so; whoever opens the page begins at its top
        var isOther = _focused is not null;
        _focused = _address.ToString();
        if (isOther)
            await Page.FocusAsync("#list");
    }

    private async Task AcceptAsync(BundleKey bundle)
    {
        if (_accepting is not null)
            return;
        (_accepting, _accepted, _refused) = (bundle, null, null);
        // the same wish until it has an answer, so that it happens once
        var request = _requests.TryGetValue(bundle, out var id) ? id : _requests[bundle] = Guid.NewGuid().ToString();
        try
        {
            var answer = await Orders.AcceptBundleAsync(new() { RequestId = request, BundleNumber = bundle.Number });
            _accepted = [.. answer.WorkOrders.Select(o => o.Number)];
            _requests.Remove(bundle);
            // the button goes: what has become of it is the place to be
            await Page.FocusAsync("#told");
        }
        catch (RpcException e)
        {
            _refused = new(e);
            if (!_refused.IsPassing)
                _requests.Remove(bundle);
        }
        _accepting = null;
        Reload();
    }

    private string Range(ReadList list) => list.List.Count == 0 ? "" : Words.Format(
        "Lists.Range", Numbers.Count(list.Address.Page.From), Numbers.Count(list.Address.Page.From + list.List.Count - 1));

    /// <summary>A field of the contract as the filter calls it.</summary>
    private string FieldName(string field) => field switch
    {
        "filter.text" => Words["Lists.Text"],
        "filter.bundle_number" => Words["Lists.BundleNumber"],
        "filter.object_number" => Words["Lists.ObjectNumber"],
        "page_token" => Words["Lists.Page"],
        _ => field,
    };
}
