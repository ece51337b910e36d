using Google.Protobuf.WellKnownTypes;
using WorkOrders.Board.Live;
using WorkOrders.V1;

namespace WorkOrders.Board.Portal.Order;

/// <summary>What one does on an order's page about its deadlines.</summary>
public sealed partial class OrderPage
{
    private ClockAction? _clock;

    private async Task OpenClockAsync(ClockAction? action)
    {
        var before = _clock;
        _clock = action;
        if (action is { } opened)
            await Page.FocusAsync($"#{ClockFormView.IdOf(ClockForm.Begin(opened, _loaded!.Order, Feed.Clock.Now).Paths.First())}");
        else if (before is { } closed)
            await Page.FocusAsync($"#clock-{closed.ToString().ToLowerInvariant()}");
    }

    private async Task<Refusal?> SendClockAsync(ClockAction action, IReadOnlyDictionary<string, string> fields)
    {
        var why = await TryAsync(() => SendAsync(action, fields));
        if (why is not null)
            return why;
        _clock = null;
        await SayAsync($"Order.Clock.{action}.Done");
        StateHasChanged();
        return null;
    }

    private async Task<WorkOrder?> SendAsync(ClockAction action, IReadOnlyDictionary<string, string> fields)
    {
        var (number, id, text) = (Number, NewId(), fields.GetValueOrDefault(ClockForm.Text, ""));
        return action switch
        {
            ClockAction.Contact => (await Orders.RecordTenantContactAsync(new() { Number = number, RequestId = id, Text = text })).WorkOrder,
            ClockAction.Pause => (await Orders.PauseWorkOrderAsync(
                new() { Number = number, RequestId = id, Reason = Chosen<PauseReason>(ClockForm.Reason), Text = text })).WorkOrder,
            ClockAction.Resume => (await Orders.ResumeWorkOrderAsync(new() { Number = number, RequestId = id, Text = text })).WorkOrder,
            ClockAction.Visit => (await Orders.RecordFailedVisitAsync(new()
            {
                Number = number,
                RequestId = id,
                AttemptedAt = ClockForm.InstantOf(fields[ClockForm.AttemptedAt]) is { } at ? Timestamp.FromDateTimeOffset(at) : null,
                Notice = Chosen<VisitNotice>(ClockForm.Notice),
                Text = text,
            })).WorkOrder,
            _ => (await Orders.SetWorkOrderPriorityAsync(new() { Number = number, RequestId = id, Priority = Chosen<Priority>(ClockForm.Priority) })).WorkOrder,
        };

        T Chosen<T>(string field) where T : struct, System.Enum => System.Enum.TryParse<T>(fields[field], out var chosen) ? chosen : default;
    }
}
