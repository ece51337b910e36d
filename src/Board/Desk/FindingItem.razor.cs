using Grpc.Core;
using Microsoft.AspNetCore.Components;
using WorkOrders.Board.Live;
using WorkOrders.Board.Shared;
using WorkOrders.Board.Shared.Forms;
using WorkOrders.V1;

namespace WorkOrders.Board.Desk;

/// <summary>Places a finding, or refuses it with a reason.</summary>
public sealed partial class FindingItem
{
    private readonly string _id = Guid.NewGuid().ToString();
    private WorkOrderCommand? _form;
    private FormProblems _problems = FormProblems.None;
    private string _contractor = "";
    private string _priority = "";

    [Parameter, EditorRequired]
    public WorkOrder Order { get; set; } = null!;

    [Parameter, EditorRequired]
    public string PageName { get; set; } = "";

    [Parameter, EditorRequired]
    public IReadOnlyList<ContractorReference> Contractors { get; set; } = [];

    /// <summary>The one finding of the page whose form is open; null if none is.</summary>
    [Parameter, EditorRequired]
    public long? Open { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<long?> OpenChanged { get; set; }

    /// <summary>It is done: what to say, under which key of the texts.</summary>
    [Parameter, EditorRequired]
    public EventCallback<(string Key, long Number)> Done { get; set; }

    [Inject]
    private Page Page { get; set; } = null!;

    private WorkOrderCommand? Form => Open == Order.Number ? _form : null;

    public static string IdOf(WorkOrder order) => $"finding-{order.Number}";

    private async Task OpenPlacingAsync()
    {
        _form = WorkOrderCommand.Place;
        // whoever has found it is likely to do it
        _contractor = Contractors.FirstOrDefault(c => c.Id == Order.FoundBy?.Id)?.Id ?? (Contractors.Count > 0 ? Contractors[0].Id : "");
        _priority = Priorities.Of(Order.Priority).ToString();
        await OpenChanged.InvokeAsync(Order.Number);
        await Page.FocusAsync($"#{FormField.IdOf("contractor_id")}");
    }

    private async Task OpenRefusalAsync()
    {
        _form = WorkOrderCommand.Cancel;
        await OpenChanged.InvokeAsync(Order.Number);
        await Page.FocusAsync($"#refuse-{Order.Number}");
    }

    private async Task CloseAsync()
    {
        _problems = FormProblems.None;
        await OpenChanged.InvokeAsync(null);
        await Page.FocusAsync($"#{IdOf(Order)}");
    }

    private async Task PlaceAsync()
    {
        try
        {
            var priority = Enum.TryParse<Priority>(_priority, out var chosen) ? chosen : Priority.Unspecified;
            await Orders.PlaceWorkOrderAsync(new() { Number = Order.Number, RequestId = _id, ContractorId = _contractor, Priority = priority });
            await Done.InvokeAsync(("Desk.HasPlaced", Order.Number));
        }
        catch (RpcException e)
        {
            _problems = FormProblems.Of(new(e));
        }
    }

    private async Task<Refusal?> RefuseAsync(string reason)
    {
        try
        {
            await Orders.CancelWorkOrderAsync(new() { Number = Order.Number, RequestId = Guid.NewGuid().ToString(), Reason = reason });
            await Done.InvokeAsync(("Desk.HasRefused", Order.Number));
            return null;
        }
        catch (RpcException e)
        {
            return new(e);
        }
    }
}
