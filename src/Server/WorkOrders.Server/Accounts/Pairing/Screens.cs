using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace WorkOrders.Server.Accounts.Pairing;

/// <summary>
/// The screen's side of pairing: RFC 8628 over HTTP, answered with a cookie where the RFC has a token. Open to everybody: who
/// is let in, a dispatcher decides.
/// </summary>
internal sealed class Screens(Pairings pairings, Boards boards, PairingSettings settings, AccountsOptions accounts, TimeProvider clock)
{
    public const string CodePath = "/pair/code", SessionPath = "/pair/session";

    private const int LongestBrowser = 200;

    private readonly Buckets _codes = new(settings.CodeBurst, settings.CodesPerMinute, clock);

    /// <summary>Section 3.2: a code to show, and one to keep.</summary>
    public IResult Begin(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (!_codes.TryTake(RemoteAddress.Of(context), out var wait))
            return Busy(context, wait);
        if (pairings.Begin(RemoteAddress.Whole(context), BrowserOf(context.Request)) is not var (screen, deviceCode))
            return Busy(context, TimeSpan.FromMinutes(1));
        return Results.Json(new
        {
            device_code = deviceCode,
            user_code = Codes.Show(screen.UserCode),
            verification_uri = $"{context.Request.Scheme}://{context.Request.Host}/dispatch/boards",
            expires_in = settings.CodeMinutes * 60,
            interval = settings.PollSeconds,
        });
    }

    /// <summary>Sections 3.4 and 3.5: the session, as soon as somebody has approved it.</summary>
    public async Task<IResult> EnterAsync(HttpContext context, Poll poll, IUserClaimsPrincipalFactory<Person> claims)
    {
        context.Response.Headers.CacheControl = "no-store";
        switch (pairings.Poll(poll.DeviceCode ?? ""))
        {
            case PollOutcome.Approved approved:
                var person = await boards.AddAsync(approved.Screen, approved.Approval);
                await context.SignInAsync(
                    IdentityConstants.ApplicationScheme, await claims.CreateAsync(person), SignIn.SessionOf(person, accounts, clock));
                return Results.Json(new { paired = true });
            case PollOutcome.NotYet notYet:
                // not 400 as in the RFC: browsers write that down as an error, every few seconds
                return Results.Json(new { error = notYet.Error });
            default:
                throw new InvalidOperationException("There is no other outcome.");
        }
    }

    private static IResult Busy(HttpContext context, TimeSpan wait)
    {
        context.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return Results.Json(
            new { error = "temporarily_unavailable", error_description = "Too many codes. Wait." }, statusCode: StatusCodes.Status429TooManyRequests);
    }

    private static string BrowserOf(HttpRequest request)
    {
        var told = new string([.. request.Headers.UserAgent.ToString().Where(c => !char.IsControl(c))]);
        return told.Length > LongestBrowser ? told[..LongestBrowser] : told;
    }

    /// <summary>What a screen sends that asks.</summary>
    internal sealed record Poll([property: JsonPropertyName("device_code")] string? DeviceCode);
}
