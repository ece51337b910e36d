namespace WorkOrders.Server.Accounts.Pairing;

/// <summary>What a screen hears that asks whether it has been approved: the errors of RFC 8628, section 3.5, or that it has.</summary>
internal abstract record PollOutcome
{
    public sealed record NotYet(string Error) : PollOutcome;

    public sealed record Approved(WaitingScreen Screen, Approval Approval) : PollOutcome;

    public static NotYet Pending { get; } = new("authorization_pending");
    public static NotYet SlowDown { get; } = new("slow_down");
    public static NotYet Denied { get; } = new("access_denied");

    /// <summary>Also for a code that never was, or has been used.</summary>
    public static NotYet Expired { get; } = new("expired_token");
}
