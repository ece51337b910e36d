using Grpc.Core;
using WorkOrders.Client;

namespace WorkOrders.Cli;

/// <summary>What `ao` tells the shell. Documented in the README: scripts rely on it.</summary>
internal static class ExitCode
{
    public const int Ok = 0;

    /// <summary>The server said no: a rule, a permission, an unknown order, a wrong field.</summary>
    public const int Refused = 1;

    /// <summary>The line doesn't fit: an unknown option, a missing argument, an unknown phrase.</summary>
    public const int Usage = 2;

    /// <summary>Nobody is signed in, or the credentials were refused.</summary>
    public const int NotSignedIn = 3;

    /// <summary>No answer from the server, or it can't serve just now.</summary>
    public const int Unreachable = 4;

    /// <summary>A bug, here or there.</summary>
    public const int Failed = 5;

    /// <summary>Ctrl-C, as shells have it: 128 + SIGINT.</summary>
    public const int Interrupted = 130;

    public static int Of(WorkOrdersException refusal) => refusal.StatusCode switch
    {
        StatusCode.Unauthenticated => NotSignedIn,
        StatusCode.Unavailable or StatusCode.DeadlineExceeded => Unreachable,
        StatusCode.Internal or StatusCode.Unknown or StatusCode.Unimplemented or StatusCode.DataLoss => Failed,
        _ => Refused,
    };
}
