namespace WorkOrders.Server.Accounts;

internal static class SignInSetup
{
    public const string Path = "/sign-in";
}
