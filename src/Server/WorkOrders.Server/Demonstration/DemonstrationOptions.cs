using System.ComponentModel.DataAnnotations;

namespace WorkOrders.Server.Demonstration;

/// <summary>
/// Something to try the system out with. Settings: <c>Demonstration</c>. Off in production: the sign-ins are known to
/// everybody.
/// </summary>
internal sealed class DemonstrationOptions
{
    /// <summary>Creates sign-ins for people and machine clients, and orders if the log is empty.</summary>
    public bool Enabled { get; set; }

    /// <summary>How many orders are generated, numbered up to 2374.</summary>
    [Range(0, 2_374)]
    public int Orders { get; set; } = 400;

    /// <summary>Whether the guide's own orders are placed: 2375, 2376 and 2377.</summary>
    public bool Guide { get; set; } = true;

    /// <summary>Whether addresses and sign-ins are written to the terminal.</summary>
    public bool Banner { get; set; } = true;
}
