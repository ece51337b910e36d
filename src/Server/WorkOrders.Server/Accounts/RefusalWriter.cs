using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Identity;
using OpenIddict.Validation.AspNetCore;
using WorkOrders.Server.Wire;

namespace WorkOrders.Server.Accounts;

/// <summary>What a caller gets whom a policy does not let in: a gRPC status, the sign-in page, or a bare 401 or 403.</summary>
internal sealed partial class RefusalWriter(ILogger<RefusalWriter> log) : IAuthorizationMiddlewareResultHandler
{
    /// <summary>Kontaktuppgifter, where a first sign-in is finished.</summary>
    private const string ContactDetailsPage = "/contact-details";

    private const string WallPage = "/wall", PairPage = "/pair";

    public async Task HandleAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
            await next(context);
        else if (authorizeResult.Forbidden && Caller.IsAtFirstSignIn(context.User))
            SendToFinish(context);
        else if (authorizeResult.Forbidden)
            Forbid(context);
        else
            await ChallengeAsync(context);
    }

    private void SendToFinish(HttpContext context)
    {
        LogUnfinished(EndpointOf(context));
        Refuse(context, Errors.FirstSignInUnfinished(MethodOf(context)), ContactDetailsPage);
    }

    private void Forbid(HttpContext context)
    {
        var role = context.User.FindFirst(Caller.Role)?.Value ?? "";
        LogForbidden(EndpointOf(context), role);
        Refuse(context, Errors.NotAllowedForRole(role, MethodOf(context)), "/");
    }

    private static void Refuse(HttpContext context, Grpc.Core.RpcException error, string page)
    {
        if (GrpcAnswer.Wants(context.Request))
            GrpcAnswer.Write(context.Response, error);
        else if (IsPage(context.Request))
            context.Response.Redirect(page);
        else
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    private async Task ChallengeAsync(HttpContext context)
    {
        LogChallenged(EndpointOf(context));
        if (GrpcAnswer.Wants(context.Request))
            GrpcAnswer.Write(context.Response, await ReasonAsync(context));
        else if (IsPage(context.Request))
            context.Response.Redirect($"{DoorOf(context.Request)}?returnUrl={Uri.EscapeDataString(context.Request.Path + context.Request.QueryString)}");
        else
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
    }

    private static async Task<Grpc.Core.RpcException> ReasonAsync(HttpContext context)
    {
        if (!CallerScheme.HasToken(context.Request))
            return context.Request.Cookies.ContainsKey(PeopleSetup.Cookie) ? Errors.TokenExpired() : Errors.TokenMissing();
        var result = await context.AuthenticateAsync(OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme);
        return TokenFailure.IsExpiry(result) ? Errors.TokenExpired() : Errors.TokenInvalid();
    }

    /// <summary>A screen has nobody who could sign in: it is paired.</summary>
    private static string DoorOf(HttpRequest request) => request.Path == WallPage ? PairPage : SignInSetup.Path;

    private static string EndpointOf(HttpContext context) => context.GetEndpoint()?.DisplayName ?? "an unknown address";

    private static string MethodOf(HttpContext context) => context.Request.Path.Value!.Split('/')[^1];

    private static bool IsPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Headers.Upgrade.Count == 0
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);

    [LoggerMessage(LogLevel.Information, "Refused: {Endpoint} is not for the role {Role}")]
    private partial void LogForbidden(string endpoint, string role);

    [LoggerMessage(LogLevel.Information, "Refused: {Endpoint} before the first sign-in is finished")]
    private partial void LogUnfinished(string endpoint);

    [LoggerMessage(LogLevel.Information, "Refused: {Endpoint} without a valid token or session")]
    private partial void LogChallenged(string endpoint);
}
