namespace WorkOrders.Server.Accounts.Pairing;

/// <summary>A paired screen. Its account is a <see cref="Person"/> without a password: only pairing begins a session of it.</summary>
internal sealed class PairedBoard
{
    /// <summary>The account's id.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }
    public required DateTimeOffset PairedAt { get; init; }

    /// <summary>The display name of whoever approved it.</summary>
    public required string PairedBy { get; init; }

    /// <summary>The address from which it asked.</summary>
    public required string PairedFrom { get; init; }

    /// <summary>As of some minutes ago; what has been seen since is in memory.</summary>
    public DateTimeOffset LastSeenAt { get; set; }
}
