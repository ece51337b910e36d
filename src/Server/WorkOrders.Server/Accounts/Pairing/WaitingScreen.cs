namespace WorkOrders.Server.Accounts.Pairing;

/// <summary>A screen that asks to be paired, and what has become of it.</summary>
internal sealed record WaitingScreen
{
    public required string UserCode { get; init; }
    public required string DeviceCodeHash { get; init; }
    public required string Address { get; init; }
    public required string Browser { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it asked last whether it has been approved.</summary>
    public DateTimeOffset? PolledAt { get; init; }

    /// <summary>Under which name and by whom it was approved; null until then.</summary>
    public Approval? Approval { get; init; }

    public bool IsDenied { get; init; }

    /// <summary>It has been approved and has come for its session.</summary>
    public bool IsOver { get; init; }
}

/// <summary>Who has let a screen in, and under which name.</summary>
internal sealed record Approval(string Name, string By);
