namespace WorkOrders.Server.Accounts;

/// <summary>Where to go after signing in. Only ever to a page of ours: a link to the sign-in page must not lead elsewhere.</summary>
internal static class ReturnUrl
{
    public static string Local(string? wanted) => IsLocal(wanted) ? wanted! : "/";

    // "//host" and "/\host" are other hosts to a browser, and it drops control characters before it looks
    private static bool IsLocal(string? url) =>
        url is ['/', ..] and not ['/', '/' or '\\', ..] && !url.Any(char.IsControl);
}
