using System.Globalization;
using Grpc.Core;

namespace WorkOrders.Server.Accounts;

/// <summary>Answers a gRPC call that never gets as far as its service: a status and no message ("trailers only").</summary>
internal static class GrpcAnswer
{
    public static bool Wants(HttpRequest request) =>
        request.ContentType?.StartsWith("application/grpc", StringComparison.OrdinalIgnoreCase) is true;

    public static void Write(HttpResponse response, RpcException error)
    {
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = "application/grpc";
        response.Headers["grpc-status"] = ((int)error.StatusCode).ToString(CultureInfo.InvariantCulture);
        response.Headers["grpc-message"] = Uri.EscapeDataString(error.Status.Detail);
        foreach (var trailer in error.Trailers)
            response.Headers[trailer.Key] = trailer.IsBinary ? Convert.ToBase64String(trailer.ValueBytes) : trailer.Value;
    }
}
