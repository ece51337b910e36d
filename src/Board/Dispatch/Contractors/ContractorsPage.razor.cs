using Grpc.Core;
using Microsoft.AspNetCore.Components;
using WorkOrders.Board.Live;
using WorkOrders.Board.Portal;
using WorkOrders.Board.Shared;
using WorkOrders.Board.Shared.Forms;
using WorkOrders.V1;

namespace WorkOrders.Board.Dispatch.Contractors;

/// <summary>Contractors, their people and their systems: added, kept out, let in again; first passwords and secrets shown once.</summary>
public sealed partial class ContractorsPage
{
    /// <summary>What other dispatchers do to accounts is in no feed.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(20);

    private readonly HashSet<string> _opened = [];
    private IReadOnlyList<ContractorAccount>? _contractors;
    private Doing? _doing;
    private ShownSecret? _secret;
    private FormProblems _problems = FormProblems.None;
    private Func<string>? _told;
    private string _find = "";
    private ITimer? _tick;

    [Inject]
    private DispatchService.DispatchServiceClient Desk { get; set; } = null!;

    [Inject]
    private Page Page { get; set; } = null!;

    private ContractorsServer Server => field ??= new(Desk);

    protected override async Task<long> LoadAsync(CancellationToken stop)
    {
        _contractors = await Server.ListAsync(stop);
        return long.MaxValue;
    }

    protected override bool Concerns(FeedItem item) => false;

    protected override void OnAfterRender(bool firstRender)
    {
        base.OnAfterRender(firstRender);
        if (firstRender)
            _tick = Time.CreateTimer(_ => Reload(), null, LookAgain, LookAgain);
    }

    protected override void Dispose(bool disposing)
    {
        _tick?.Dispose();
        base.Dispose(disposing);
    }

    private async Task BeginAsync(Doing what)
    {
        (_doing, _problems, _told) = (what, FormProblems.None, null);
        // under which it stays open when this is done
        _opened.Add(what.Under);
        StateHasChanged();
        await Page.FocusAsync(what is Doing.Confirm ? "#doing" : "#doing input");
    }

    private async Task CancelAsync()
    {
        (_doing, _problems) = (null, FormProblems.None);
        await Page.FocusAsync("#list");
    }

    private async Task DoneAsync(ContractorsServer server, Task<ShownSecret?> sent)
    {
        var doing = _doing;
        try
        {
            var shown = await sent;
            (_doing, _problems) = (null, FormProblems.None);
            // one that nobody has taken care of yet stays, unless there is another
            _secret = shown ?? _secret;
            _told = Telling(doing);
            _contractors = await server.ListAsync(CancellationToken.None);
            await Page.FocusAsync(shown is null ? "#list" : "#secret");
        }
        catch (RpcException e)
        {
            _problems = FormProblems.Of(new Refusal(e));
        }
        StateHasChanged();
    }

    private Func<string>? Telling(Doing? done) => done is not Doing.Confirm { Deed: var deed, Name: var name } ? null : deed switch
    {
        Deed.Disable or Deed.DisablePerson => () => Words.Format("Contractors.Done.Disable", name),
        Deed.Enable or Deed.EnablePerson => () => Words.Format("Contractors.Done.Enable", name),
        Deed.Revoke => () => Words.Format("Contractors.Done.Revoke", name),
        _ => null,
    };

    private async Task TakenAsync()
    {
        _secret = null;
        await Page.FocusAsync("#list");
    }
}
