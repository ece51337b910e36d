using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace WorkOrders.Client;

/// <summary>Where the server is, who is calling, and how patient calls are.</summary>
public sealed class WorkOrdersClientOptions
{
    /// <summary>
    /// The server's gRPC port, such as <c>http://localhost:5081</c>; <c>https</c> anywhere but on this machine, as
    /// the secret and the orders travel over it.
    /// </summary>
    public required Uri Address { get; init; }

    /// <summary>The OAuth client id that the landlord handed out.</summary>
    public required string ClientId { get; init; }

    /// <summary>The secret that goes with <see cref="ClientId"/>. It is sent to the token endpoint only, and never logged.</summary>
    public required string ClientSecret { get; init; }

    /// <summary>
    /// Where tokens are fetched. By default <c>/connect/token</c> on <see cref="Address"/>, over HTTP/2. An
    /// <c>http</c> address that is given here is spoken to over HTTP/1.1.
    /// </summary>
    public Uri? TokenAddress { get; init; }

    /// <summary>
    /// How long one attempt of a unary call may take before it is given up and tried anew; 10 s by default. A
    /// deadline in a call's own options limits all of its attempts together.
    /// </summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// For how long, from its start, a unary call is repeated while the server can't be reached, goes down, or asks
    /// to wait; 60 s by default, which outlives a restart. <see cref="TimeSpan.Zero"/>: never. Repeating is safe:
    /// every attempt carries the same request id, so the server does the work once.
    /// </summary>
    public TimeSpan RetryBudget { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The clock of back-offs, token renewal and the feed's watchdog. The system's by default.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Where retries, reconnects and token renewals are logged; nowhere by default. No personal data is logged.</summary>
    public ILoggerFactory LoggerFactory { get; init; } = NullLoggerFactory.Instance;
}
