using Grpc.Core;
using Microsoft.AspNetCore.Components;
using WorkOrders.Board.Live;
using WorkOrders.Board.Portal.Sending;
using WorkOrders.Board.Shared;
using WorkOrders.V1;

namespace WorkOrders.Board.Portal.Order;

/// <summary>An order's page: what it shows and how it stays right. What one does there stands beside it.</summary>
public sealed partial class OrderPage
{
    private const int LongestNews = 120;

    private LoadedOrder? _loaded;
    private LogRows _log = LogRows.None;
    private Editing? _editing;
    private Editing? _tenant;
    private string? _said;
    private string? _noted;
    private string? _news;
    private string? _focus;
    private bool _hasLeft;
    private bool _wasDeclined;
    private bool _cameFromWithin;
    private int _answersRead;

    [Parameter]
    public long Number { get; set; }

    [Inject]
    private WorkOrderService.WorkOrderServiceClient Orders { get; set; } = null!;

    [Inject]
    private OrderServer Server { get; set; } = null!;

    [Inject]
    private Outbox Outbox { get; set; } = null!;

    [Inject]
    private OrderDrafts Kept { get; set; } = null!;

    [Inject]
    private Told Told { get; set; } = null!;

    [Inject]
    private Unread Unread { get; set; } = null!;

    [Inject]
    private Page Page { get; set; } = null!;

    private string Heading => Words.Format("Order.Heading", Number);

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _cameFromWithin = Feed.Head > 0;
    }

    protected override void OnParametersSet()
    {
        if (_loaded is not null && _loaded.Order.Number != Number)
            Forget();
    }

    protected override bool Concerns(FeedItem item) => PortalFeed.NumberOf(item) == Number;

    protected override async Task<long> LoadAsync(CancellationToken stop)
    {
        var number = Number;
        var before = _loaded?.Order.Version;
        LoadedOrder loaded;
        try
        {
            loaded = await Server.LoadAsync(number, stop);
        }
        catch (RpcException e) when (e.StatusCode is StatusCode.NotFound && number == Number && _loaded is not null)
        {
            Leave();
            throw;
        }
        if (number != Number)
            return 0;
        // an answer to something that was done meanwhile may be newer than what was asked for before
        if (_loaded is null || _loaded.Order.Version == before || loaded.Order.Version >= _loaded.Order.Version)
            await TakeAsync(loaded);
        return loaded.Revision;
    }

    protected override void OnAfterRender(bool firstRender)
    {
        base.OnAfterRender(firstRender);
        if (firstRender)
            Feed.Happened += Hear;
        if (_focus is not { } focus || _loaded is null)
            return;
        _focus = null;
        _ = Page.FocusAsync(focus).AsTask();
    }

    protected override void Dispose(bool disposing)
    {
        Feed.Happened -= Hear;
        base.Dispose(disposing);
    }

    private async Task TakeAsync(LoadedOrder loaded)
    {
        var isNew = _loaded is null;
        _hasLeft = _wasDeclined = false;
        _loaded = loaded;
        if (isNew)
            await BeginAsync(loaded);
        if (_editing is not { } editing || _tenant is not { } tenant)
            return; // it has left while what was kept was looked up
        editing.Draft = editing.Draft.Now(OrderFields.Of(loaded.Order), loaded.Revision);
        tenant.Draft = tenant.Draft.Now(TenantFields.Of(loaded.Order), loaded.Revision);

        DrawAt(Due.Of(loaded.Order) is { } due && due > Feed.Clock.Now ? due : null);
        var log = _log.Now(loaded.Log);
        var fresh = log.Since(_log);
        _log = log;
        if (isNew && RendererInfo.IsInteractive)
            Arrive();
        else if (fresh > 0)
            _news = NewsOf(log.Rows[0].Entry, fresh);

        if (!RendererInfo.IsInteractive)
            return;
        await Server.LearnAsync(editing, loaded);
        await Server.LearnAsync(tenant, loaded);
        _ = ReadAnswersAsync(loaded.Order);
    }

    // what was typed the last time and never saved is taken up again
    private async Task BeginAsync(LoadedOrder loaded)
    {
        var number = loaded.Order.Number;
        var edited = _editing = new(OrderDrafts.Edit, Draft.Of(OrderFields.Of(loaded.Order), loaded.Revision));
        var tenant = _tenant = new(OrderDrafts.Tenant, Draft.Of(TenantFields.Of(loaded.Order), loaded.Revision));
        if (!RendererInfo.IsInteractive)
            return;
        foreach (var editing in (Editing[])[edited, tenant])
        {
            if (await Kept.FindAsync(number, editing.Form) is { } kept)
                editing.TakeUp(kept);
            editing.Typed += () => _ = Kept.KeepAsync(number, editing.Form, editing.Draft);
        }
        var open = await Kept.FindAsync(number, OrderDrafts.Message) is not null ? OrderButton.Message
            : await Kept.FindAsync(number, OrderDrafts.Decline) is not null ? OrderButton.Decline
            : (OrderButton?)null;
        if (_editing != edited)
            return;
        _open = open;
        _isEditing = edited.TakenUpFrom is not null && loaded.Order.AllowedCommands.Contains(WorkOrderCommand.Update);
        _isEditingTenant = tenant.TakenUpFrom is not null;
    }

    private void Arrive()
    {
        if (_log.Rows.Count > 0 && Told.Take(Number) is { } key)
        {
            _noted = Words[key];
            _focus = $"#{LogTable.IdOf(_log.Rows[0])}";
        }
        else if (_cameFromWithin)
        {
            _focus = "h1";
        }
    }

    private string NewsOf(LogEntry entry, int count)
    {
        var text = $"{entry.Name} {entry.Text}";
        text = text.Length <= LongestNews ? text : $"{text[..LongestNews]}…";
        return count == 1 ? Words.Format("Order.NewRow", text) : Words.Format("Order.NewRows", count, text);
    }

    private void Hear(FeedItem item)
    {
        if (PortalFeed.NumberOf(item) == Number)
            _ = InvokeAsync(() => Take(item));
    }

    private void Take(FeedItem item)
    {
        if (item.Left is not null)
        {
            Leave();
            StateHasChanged();
        }
        else if (item.Event is { } happened)
        {
            _editing?.Authors.Hear(happened);
            _tenant?.Authors.Hear(happened);
        }
    }

    // at once, before anything is asked: of the tenant nothing stays
    private void Leave()
    {
        if (_loaded is null)
            return;
        _ = Kept.ForgetAsync(Number, OrderDrafts.Tenant);
        Forget();
        _hasLeft = true;
    }

    private void Forget()
    {
        (_loaded, _editing, _tenant, _log) = (null, null, null, LogRows.None);
        (_said, _noted, _news, _problem, _tenantProblem) = (null, null, null, null, null);
        (_isEditing, _isEditingTenant, _reminded, _refusedSave, _open, _clock) = (false, false, false, false, null, null);
        (_hasLeft, _wasDeclined, _answersRead) = (false, false, 0);
        _photos = [];
    }

    private async Task ReadAnswersAsync(WorkOrder order)
    {
        var answers = order.Questions.Count(q => q.Answer is not null);
        if (answers <= _answersRead)
            return;
        _answersRead = answers;
        try
        {
            var unread = (await Orders.MarkAnswersReadAsync(new() { Number = order.Number })).UnreadCount;
            // to the landlord's people it is another count, and none of their answers is unread
            if (Me.IsContractor)
                Unread.Is(unread);
        }
        catch (RpcException)
        {
            // they stay unread, and are read the next time that the page is opened
        }
    }
}
