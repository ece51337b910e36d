using Grpc.Core;
using Microsoft.AspNetCore.Components;
using WorkOrders.Board.Live;
using WorkOrders.Board.Portal.Photos;
using WorkOrders.Board.Portal.Sending;
using WorkOrders.Board.Shared;
using WorkOrders.V1;

namespace WorkOrders.Board.Portal.Order;

/// <summary>Notera: a standard phrase, some words of one's own, or a question to the orderer.</summary>
public sealed partial class NotePage
{
    private WorkOrder? _order;
    private Phrase[] _phrases = [];
    private Editing? _editing;
    private bool _hasLeft;
    private bool _sending;
    private IReadOnlyList<PickedPhoto> _photos = [];
    private bool _focusHeading;
    private string? _problem;

    [Parameter]
    public long Number { get; set; }

    [Inject]
    private WorkOrderService.WorkOrderServiceClient Orders { get; set; } = null!;

    [Inject]
    private Outbox Outbox { get; set; } = null!;

    [Inject]
    private OrderDrafts Kept { get; set; } = null!;

    [Inject]
    private Told Told { get; set; } = null!;

    [Inject]
    private Page Page { get; set; } = null!;

    private string Heading => Words.Format("Order.NoteHeading", Number);

    private string OrderPath => $"/orders/{Number}";

    private string Phrase => _editing!.Draft[NoteForm.Phrase].Mine;

    private bool IsQuestion => _editing!.Draft[NoteForm.Event].Mine == NoteForm.Question;

    private (string, string)[] Errors => _editing!.Errors.Count > 0 ? [.. _editing.Errors.Select(e => (e.Key, e.Value))] : [("", _problem ?? "")];

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _focusHeading = Feed.Head > 0;
    }

    protected override bool Concerns(FeedItem item) => PortalFeed.NumberOf(item) == Number;

    protected override async Task<long> LoadAsync(CancellationToken stop)
    {
        try
        {
            if (_phrases.Length == 0)
                _phrases = [.. (await Orders.ListPhrasesAsync(new(), cancellationToken: stop)).Phrases];
            var answer = await Orders.GetWorkOrderAsync(new() { Number = Number }, cancellationToken: stop);
            var isAnother = _order?.Number != answer.WorkOrder.Number;
            (_order, _hasLeft) = (answer.WorkOrder, false);
            if (_editing is null || isAnother)
                await BeginAsync(answer.WorkOrder);
            return answer.Revision;
        }
        catch (RpcException e) when (e.StatusCode is StatusCode.NotFound && _order is not null)
        {
            Leave();
            throw;
        }
    }

    protected override void OnAfterRender(bool firstRender)
    {
        base.OnAfterRender(firstRender);
        if (firstRender)
            Feed.Happened += Hear;
        if (!_focusHeading || _order is null)
            return;
        _focusHeading = false;
        _ = Page.FocusAsync("h1").AsTask();
    }

    protected override void Dispose(bool disposing)
    {
        Feed.Happened -= Hear;
        base.Dispose(disposing);
    }

    private async Task BeginAsync(WorkOrder order)
    {
        _editing = new(OrderDrafts.Note, NoteForm.Begin(order));
        if (!RendererInfo.IsInteractive)
            return;
        var (number, editing) = (order.Number, _editing);
        if (await Kept.FindAsync(number, OrderDrafts.Note) is { } kept)
            editing.TakeUp(kept);
        editing.Typed += () => _ = Kept.KeepAsync(number, OrderDrafts.Note, editing.Draft);
    }

    private void Choose(string? happening) => _editing!.Type(NoteForm.Event, happening);

    // a photo is a note, as a phrase is
    private void Choose(IReadOnlyList<PickedPhoto> photos)
    {
        _photos = photos;
        if (photos.Count > 0 && _editing!.Draft[NoteForm.Event].Mine.Length == 0)
            Choose(NoteForm.Information);
    }

    private async Task SaveAsync()
    {
        if (_sending || _editing is not { } editing)
            return;
        (_sending, _problem) = (true, null);
        editing.IsWrong(NoteForm.Missing(editing.Draft, _photos.Count > 0).ToDictionary(m => m.Key, m => Words[m.Value]));
        if (editing.Errors.Count == 0)
            await SendAsync(editing);
        _sending = false;
    }

    private async Task SendAsync(Editing editing)
    {
        var (number, text, isQuestion) = (Number, editing.Draft[NoteForm.Text].Mine, IsQuestion);
        var id = Guid.NewGuid().ToString();
        var sent = isQuestion
            ? await Outbox.AskAsync(new() { Number = number, RequestId = id, Text = text }, Stay)
            : await Outbox.NoteAsync(new() { Number = number, RequestId = id, Phrase = Phrase, Text = text }, _photos, Stay);
        switch (sent)
        {
            case Sent.Refused { Why: var why }:
                if (!editing.IsWrong(why, Words))
                    _problem = why.Message(Words);
                Reload();
                break;
            default:
                await Kept.ForgetAsync(number, OrderDrafts.Note);
                Told.Say(number, sent is Sent.Waiting ? "Order.Waits" : isQuestion ? "Order.HasAsked" : "Order.HasNoted");
                // the form is done with: going back leads to where it was opened; whoever has gone on already stays there
                if (number == Number)
                    Navigation.NavigateTo(OrderPath, replace: true);
                break;
        }
    }

    private void Hear(FeedItem item)
    {
        if (item.Left is not null && PortalFeed.NumberOf(item) == Number)
            _ = InvokeAsync(() =>
            {
                Leave();
                StateHasChanged();
            });
    }

    private void Leave()
    {
        _hasLeft = _order is not null || _hasLeft;
        (_order, _editing) = (null, null);
    }
}
