using Grpc.Core;
using Microsoft.AspNetCore.Components;
using WorkOrders.Board.Portal;
using WorkOrders.Board.Shared;
using WorkOrders.Board.Shared.Forms;
using WorkOrders.V1;

namespace WorkOrders.Board.Desk;

/// <summary>Sets one's own absence, and its end.</summary>
public sealed partial class AbsencePanel
{
    /// <summary>No account has such an id.</summary>
    private const string Team = "*";

    private bool _isOpen;
    private string _from = "";
    private string _until = "";
    private string _standIn = "";
    private string _team = "";
    private List<OrdererDesk> _orderers = [];
    private FormProblems _problems = FormProblems.None;

    [Parameter, EditorRequired]
    public Absence? Absence { get; set; }

    [Parameter, EditorRequired]
    public Action Changed { get; set; } = null!;

    [Inject]
    private DeskService.DeskServiceClient Desks { get; set; } = null!;

    [Inject]
    private Me Me { get; set; } = null!;

    [Inject]
    private PortalFeed Feed { get; set; } = null!;

    [Inject]
    private Page Page { get; set; } = null!;

    private async Task OpenAsync()
    {
        try
        {
            var all = (await Desks.ListOrderersAsync(new())).Orderers;
            _team = all.FirstOrDefault(o => o.AccountId == Me.Account?.AccountId)?.Team ?? "";
            _orderers = [.. all.Where(o => o.AccountId != Me.Account?.AccountId)];
        }
        catch (RpcException e)
        {
            _problems = FormProblems.Of(new(e));
            return;
        }
        var today = SwedishTime.Iso(SwedishTime.DateOf(Feed.Clock.Now));
        (_from, _until) = (Absence?.From ?? today, Absence?.Until ?? today);
        _standIn = Absence?.StandInCase switch
        {
            Absence.StandInOneofCase.DeputyAccountId => Absence!.DeputyAccountId,
            Absence.StandInOneofCase.Team => Team,
            _ => "",
        };
        (_isOpen, _problems) = (true, FormProblems.None);
        await Page.FocusAsync($"#{FormField.IdOf("absence.from")}");
    }

    private async Task CloseAsync()
    {
        (_isOpen, _problems) = (false, FormProblems.None);
        await Page.FocusAsync("#absence");
    }

    private Task SaveAsync()
    {
        var absence = new Absence { From = _from, Until = _until };
        if (_standIn == Team)
            absence.Team = new();
        else if (_standIn.Length > 0)
            absence.DeputyAccountId = _standIn;
        return SendAsync(absence);
    }

    private Task EndAsync() => SendAsync(null);

    private async Task SendAsync(Absence? absence)
    {
        try
        {
            await Desks.SetMyAbsenceAsync(new() { Absence = absence });
            await CloseAsync();
            Changed();
        }
        catch (RpcException e)
        {
            _problems = FormProblems.Of(new(e));
        }
    }
}
