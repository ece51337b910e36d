using System.ComponentModel.DataAnnotations;

namespace WorkOrders.Server.Hosting;

/// <summary>How much anybody may ask of the server. Settings: <c>Limits</c>.</summary>
internal sealed class Limits
{
    /// <summary>The largest gRPC request, in bytes.</summary>
    [Range(1_024, 16_777_216)]
    public int GrpcReceiveBytes { get; set; } = 256 * 1024;

    /// <summary>The largest gRPC answer or frame, in bytes.</summary>
    [Range(65_536, 67_108_864)]
    public int GrpcSendBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>The largest message to the hub, in bytes.</summary>
    [Range(1_024, 1_048_576)]
    public int HubMessageBytes { get; set; } = 32 * 1024;

    /// <summary>The largest body of any HTTP request, in bytes.</summary>
    [Range(65_536, 67_108_864)]
    public int RequestBodyBytes { get; set; } = 1024 * 1024;

    /// <summary>Open connections, all together.</summary>
    [Range(10, 1_000_000)]
    public int Connections { get; set; } = 5_000;

    /// <summary>Live feeds of one session.</summary>
    [Range(1, 10_000)]
    public int StreamsPerSession { get; set; } = 8;

    /// <summary>How long a unary call may take that brings no deadline of its own.</summary>
    [Range(1, 600)]
    public int UnaryDeadlineSeconds { get; set; } = 10;

    /// <summary>How long a client may take to send a request's headers.</summary>
    [Range(1, 120)]
    public int HeaderTimeoutSeconds { get; set; } = 10;

    /// <summary>How long calls under way may go on after the server was asked to stop.</summary>
    [Range(1, 300)]
    public int ShutdownSeconds { get; set; } = 10;

    /// <summary>Commands a minute of a signed-in person, after <see cref="PersonCommandBurst"/> at once.</summary>
    [Range(1, 1_000_000)]
    public int PersonCommandsPerMinute { get; set; } = 60;

    [Range(1, 1_000_000)]
    public int PersonCommandBurst { get; set; } = 20;

    /// <summary>Reading calls a minute of a signed-in person: turning pages is quicker than writing.</summary>
    [Range(1, 1_000_000)]
    public int PersonReadsPerMinute { get; set; } = 600;

    [Range(1, 1_000_000)]
    public int PersonReadBurst { get; set; } = 200;

    /// <summary>Calls a minute, commands or not, of a machine client.</summary>
    [Range(1, 100_000_000)]
    public int MachineCallsPerMinute { get; set; } = 60_000;

    [Range(1, 100_000_000)]
    public int MachineBurst { get; set; } = 2_000;
}
