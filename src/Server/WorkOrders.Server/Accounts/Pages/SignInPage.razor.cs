using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.Extensions;
using WorkOrders.Board.Shared;

namespace WorkOrders.Server.Accounts.Pages;

/// <summary>Logga in. Drawn by the server alone: it works before, and without, anything else of the board.</summary>
public sealed partial class SignInPage
{
    [CascadingParameter]
    public HttpContext Http { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "returnUrl")]
    public string? WantedUrl { get; set; }

    [SupplyParameterFromForm]
    public Entry? Form { get; set; }

    private string? Problem { get; set; }

    private static string OtherLanguage => Languages.Of(CultureInfo.CurrentUICulture.Name).Other().Tag();

    private string OtherLanguageUrl =>
        SignInSetup.Path + new QueryBuilder { { "culture", OtherLanguage }, { "returnUrl", ReturnUrl.Local(WantedUrl) } };

    protected override void OnInitialized() => Form ??= new();

    private async Task SubmitAsync()
    {
        switch (await SignIn.TryAsync(Http, Form!.UserName ?? "", Form.Password ?? ""))
        {
            case SignInOutcome.SignedIn:
                Navigation.NavigateTo(ReturnUrl.Local(WantedUrl));
                break;
            case SignInOutcome.Throttled throttled:
                var seconds = (int)Math.Ceiling(throttled.Wait.TotalSeconds);
                Http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                Http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
                Problem = Words["Throttled", seconds];
                break;
            case SignInOutcome.FirstPasswordLapsed:
                Problem = Words["FirstPasswordLapsed"];
                break;
            default:
                Problem = Words["Refused"];
                break;
        }
    }

    /// <summary>What somebody typed.</summary>
    public sealed class Entry
    {
        public string? UserName { get; set; }
        public string? Password { get; set; }
    }
}
