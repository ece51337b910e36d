using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.Extensions;
using WorkOrders.Board.Shared;

namespace WorkOrders.Server.Accounts.Pages;

/// <summary>
/// What a screen shows that nobody has let in: a code. Drawn by the server alone, with a module that is smaller than this
/// page: it must work on whatever a television has for a browser.
/// </summary>
public sealed partial class PairPage
{
    private const string Path = "/pair", Wall = "/wall";

    [CascadingParameter]
    public HttpContext Http { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "returnUrl")]
    public string? WantedUrl { get; set; }

    /// <summary>The wall as its address had it: layouts, scale, night.</summary>
    private string Target => ReturnUrl.Local(WantedUrl) is var url && (url == Wall || url.StartsWith(Wall + "?", StringComparison.Ordinal)) ? url : Wall;

    /// <summary>It has a session, but none that stands any more.</summary>
    private bool WasSignedIn => !IsSignedIn && Http.Request.Cookies.ContainsKey(PeopleSetup.Cookie);

    private bool IsSignedIn => Http.User.Identity?.IsAuthenticated is true;

    /// <summary>A person, whose session a paired one would take the place of.</summary>
    private string? SomebodyElse => IsSignedIn ? Http.User.FindFirstValue(Caller.Name) : null;

    private static string OtherLanguage => Languages.Of(CultureInfo.CurrentUICulture.Name).Other().Tag();

    private string OtherLanguageUrl => Path + new QueryBuilder { { "culture", OtherLanguage }, { "returnUrl", Target } };

    private string SignInUrl => SignInSetup.Path + new QueryBuilder { { "returnUrl", Target } };

    protected override void OnInitialized()
    {
        if (Http.User.FindFirstValue(Caller.Role) == RoleNames.WallBoard)
            Navigation.NavigateTo(Target);
    }
}
