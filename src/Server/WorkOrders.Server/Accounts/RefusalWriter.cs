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
    public async Task HandleAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
            await next(context);
        else if (authorizeResult.Forbidden)
            Forbid(context);
        else
            await ChallengeAsync(context);
    }

    private void Forbid(HttpContext context)
    {
        var role = context.User.FindFirst(Caller.Role)?.Value ?? "";
        var method = context.GetEndpoint()?.DisplayName ?? "";
        LogForbidden(method, role);
        if (GrpcAnswer.Wants(context.Request))
            GrpcAnswer.Write(context.Response, Errors.NotAllowedForRole(role, context.Request.Path.Value!.Split('/')[^1]));
        else if (IsPage(context.Request))
            context.Response.Redirect("/");
        else
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    private async Task ChallengeAsync(HttpContext context)
    {
        LogChallenged(context.GetEndpoint()?.DisplayName ?? "an unknown address");
        if (GrpcAnswer.Wants(context.Request))
            GrpcAnswer.Write(context.Response, await ReasonAsync(context));
        else if (IsPage(context.Request))
            context.Response.Redirect(
                $"{SignInSetup.Path}?returnUrl={Uri.EscapeDataString(context.Request.Path + context.Request.QueryString)}");
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

    private static bool IsPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Headers.Upgrade.Count == 0
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);

    [LoggerMessage(LogLevel.Information, "Refused: {Endpoint} is not for the role {Role}")]
    private partial void LogForbidden(string endpoint, string role);

    [LoggerMessage(LogLevel.Information, "Refused: {Endpoint} without a valid token or session")]
    private partial void LogChallenged(string endpoint);
}
