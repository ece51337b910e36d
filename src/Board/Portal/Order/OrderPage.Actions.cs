using WorkOrders.Board.Live;
using WorkOrders.Board.Portal.Photos;
using WorkOrders.Board.Portal.Sending;
using WorkOrders.V1;

namespace WorkOrders.Board.Portal.Order;

/// <summary>What one does on an order's page, but for editing it.</summary>
public sealed partial class OrderPage
{
    private OrderButton? _open;
    private bool _reminded;
    private bool _sending;
    private IReadOnlyList<PickedPhoto> _photos = [];
    private string? _problem;

    private Task PressAsync(OrderButton button) => button switch
    {
        OrderButton.Edit => EditAsync(),
        OrderButton.Save => OnceAsync(SaveAsync),
        OrderButton.Discard => DiscardAsync(),
        OrderButton.Accept => OnceAsync(AcceptAsync),
        OrderButton.Complete => CompleteAsync(anyway: false),
        OrderButton.Message or OrderButton.Decline or OrderButton.JoinBundle or OrderButton.Reopen or OrderButton.Cancel => OpenAsync(button),
        OrderButton.LeaveBundle => OnceAsync(UnbundleAsync),
        _ => Task.CompletedTask,
    };

    // pressed twice is meant once
    private async Task OnceAsync(Func<Task> work)
    {
        if (_sending || _loaded is null)
            return;
        (_sending, _said, _noted, _problem, _refusedSave) = (true, null, null, null, false);
        _editing!.IsRight();
        try
        {
            await work();
        }
        finally
        {
            _sending = false;
        }
    }

    private async Task OpenAsync(OrderButton form)
    {
        _open = form;
        await Page.FocusAsync(form is OrderButton.JoinBundle ? $"#{BundlePanel.Heading}" : $"#{form.ToString().ToLowerInvariant()}");
    }

    private async Task Close()
    {
        _open = null;
        await Page.FocusAsync("#said");
    }

    private async Task SayAsync(string key)
    {
        _said = Words[key];
        await Page.FocusAsync("#said");
    }

    private async Task AcceptAsync() =>
        await SentAsync(await Outbox.AcceptAsync(new() { Number = Number, RequestId = NewId() }, Stay), "Order.HasAccepted");

    private async Task CompleteAsync(bool anyway)
    {
        if (_loaded is null)
            return;
        switch (Completions.Next(_loaded.Order, _editing!.Draft, anyway))
        {
            case Completion.WriteAction when !_isEditing:
                _isEditing = true;
                await Page.FocusAsync($"#{OrderFields.ActionPerformed}");
                break;
            case Completion.WriteAction:
                _editing.IsWrong(OrderFields.ActionPerformed, Words["Order.Required"]);
                break;
            case Completion.RemindOfUnit:
                _isEditing = _reminded = true;
                _editing.IsRight();
                await Page.FocusAsync("#reminder");
                break;
            default:
                await OnceAsync(SendCompletionAsync);
                break;
        }
    }

    // what else was edited comes first: once it is done, a contractor can't change it any more
    private async Task SendCompletionAsync()
    {
        // somebody may go on to another order while this one is being sent
        var (number, editing, photos) = (Number, _editing!, _photos);
        if (!await SavedAsync(OrderFields.ActionPerformed))
            return;
        var action = editing.Draft[OrderFields.ActionPerformed].Mine;
        var sent = await Outbox.CompleteAsync(new() { Number = number, RequestId = NewId(), ActionPerformed = action }, photos, Stay);
        if (editing != _editing || !await SentAsync(sent, "Order.HasCompleted"))
            return;
        editing.Draft = editing.Draft.TakeTheirs(OrderFields.ActionPerformed);
        editing.IsSent();
        _photos = [];
        StopEditing();
    }

    private async Task<bool> SentAsync(Sent sent, string said)
    {
        switch (sent)
        {
            case Sent.Done { Order: var order }:
                await AppliedAsync(order);
                await SayAsync(said);
                return true;
            case Sent.Waiting:
                await SayAsync("Order.Waits");
                return true;
            case Sent.Refused { Why: var why } when _editing is { } editing:
                if (!editing.IsWrong(why, Words))
                    _problem = why.Message(Words);
                else
                    _isEditing = true;
                Reload();
                return false;
            default:
                return false;
        }
    }

    // the answer to what was done is newer than what was loaded; what it put into the log comes with the feed, or now
    private async Task AppliedAsync(WorkOrder order)
    {
        if (_loaded is not { } loaded || order.Number != Number)
            return;
        if (order.Version >= loaded.Order.Version)
            await TakeAsync(loaded with { Order = order });
        Reload();
    }

    private async Task<Refusal?> SendMessageAsync(string text)
    {
        var why = await TryAsync(async () => (await Orders.SendMessageAsync(new() { Number = Number, RequestId = NewId(), Text = text })).WorkOrder);
        if (why is not null)
            return why;
        _open = null;
        await SayAsync("Order.MessageSent");
        StateHasChanged();
        return null;
    }

    private async Task<Refusal?> DeclineAsync(string reason)
    {
        var number = Number;
        var why = await TryAsync(async () =>
        {
            await Orders.DeclineWorkOrderAsync(new() { Number = number, RequestId = NewId(), Reason = reason });
            return null;
        });
        if (why is not null)
            return why;
        await Kept.ForgetAsync(number, OrderDrafts.Decline);
        Leave();
        (_hasLeft, _wasDeclined) = (true, true);
        StateHasChanged();
        return null;
    }

    private async Task<Refusal?> AnswerAsync(int question, string text)
    {
        var why = await TryAsync(async () =>
            (await Orders.AnswerQuestionAsync(new() { Number = Number, RequestId = NewId(), QuestionId = question, Text = text })).WorkOrder);
        if (why is not null)
            return why;
        await SayAsync("Order.HasAnswered");
        StateHasChanged();
        return null;
    }

    private async Task<Refusal?> TryAsync(Func<Task<WorkOrder?>> call)
    {
        try
        {
            if (await call() is { } order)
                await AppliedAsync(order);
            return null;
        }
        catch (Grpc.Core.RpcException e)
        {
            Reload();
            return new(e);
        }
    }

    private async Task ShowOlderAsync()
    {
        var token = _log.NextPageToken;
        var last = _log.Rows.Count;
        try
        {
            var page = await Orders.ListWorkOrderLogAsync(new() { Number = Number, PageToken = token });
            if (token == _log.NextPageToken)
                _log = _log.Older(page);
        }
        catch (Grpc.Core.RpcException e)
        {
            _problem = new Refusal(e).Message(Words);
            return;
        }
        if (last < _log.Rows.Count && _log.NextPageToken.Length == 0)
            await Page.FocusAsync($"#{LogTable.IdOf(_log.Rows[last])}");
    }

    private static string NewId() => Guid.NewGuid().ToString();
}
