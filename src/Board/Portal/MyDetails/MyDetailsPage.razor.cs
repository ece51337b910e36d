using Grpc.Core;
using Microsoft.AspNetCore.Components;
using WorkOrders.Board.Live;
using WorkOrders.Board.Shared;
using WorkOrders.Board.Shared.Forms;
using WorkOrders.V1;

namespace WorkOrders.Board.Portal.MyDetails;

/// <summary>
/// Kontaktuppgifter: whom to reach and how, and the password. At a first sign-in it stands alone, and opens the rest.
/// </summary>
public sealed partial class MyDetailsPage : IDisposable
{
    private MyDetailsForm? _form;
    private FormProblems _problems = FormProblems.None;
    private Func<string>? _saved;
    private Refusal? _why;

    [Inject]
    private Me Me { get; set; } = null!;

    [Inject]
    private AccountService.AccountServiceClient Accounts { get; set; } = null!;

    [Inject]
    private PortalFeed Feed { get; set; } = null!;

    [Inject]
    private Words Words { get; set; } = null!;

    [Inject]
    private Page Page { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        try
        {
            _form = new(await Me.LoadAsync());
        }
        catch (RpcException e)
        {
            _why = new(e);
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        Words.Changed += Draw;
        try
        {
            // they may have been changed elsewhere since it was asked who this is
            var account = (await Accounts.GetMyAccountAsync(new())).Account;
            if (_form is not { IsUntouched: true } || account.Equals(Me.Account))
                return;
            _form = new(account);
            Me.Is(account);
            StateHasChanged();
        }
        catch (RpcException)
        {
            // what is known stands there; if it may not be saved, that will be said
        }
    }

    public void Dispose() => Words.Changed -= Draw;

    private async Task SaveAsync()
    {
        var form = _form!;
        _saved = null;
        _problems = new(form.Problems(Me.MinimumPasswordLength, Me.MaximumPasswordLength));
        if (_problems.Any)
            return;
        try
        {
            var account = (await Accounts.UpdateMyContactDetailsAsync(form.ToRequest())).Account;
            Me.Is(account);
            if (form.IsFirstSignIn)
                await EnterAsync();
            else
                Stay(account, form.ChangesPassword);
        }
        catch (RpcException e)
        {
            _problems = FormProblems.Of(new Refusal(e));
        }
    }

    private void Stay(Account account, bool changedPassword)
    {
        _form = new(account);
        var at = SwedishTime.Clock(Feed.Clock.Now);
        _saved = () => Words.Format(changedPassword ? "MyDetails.SavedWithPassword" : "MyDetails.Saved", at);
    }

    private async Task EnterAsync()
    {
        Navigation.NavigateTo("/");
        await Page.FocusAsync("#main");
    }

    private void Draw() => _ = InvokeAsync(StateHasChanged);
}
