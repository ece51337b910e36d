using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using WorkOrders.V1;
using Status = Google.Rpc.Status;

namespace WorkOrders.Server.Wire;

/// <summary>Every refusal as it goes out: errors.proto, entry by entry. The one file that creates an <see cref="RpcException"/>.</summary>
internal static class Errors
{
    public static RpcException NotAllowedForRole(string role, string method) =>
        Of(Code.PermissionDenied, ErrorReason.NotAllowedForRole,
            $"Rollen {role} får inte göra detta ({method}).", $"The role {role} may not do this ({method}).",
            new() { ["role"] = role, ["method"] = method });

    public static RpcException FeedRevisionPruned(FeedRange range) =>
        Of(Code.OutOfRange, ErrorReason.FeedRevisionPruned,
            "Revisionen finns inte kvar i loggen. Börja med utgångsläget.", "The revision is no longer in the log. Start with the initial state.",
            details: range);

    public static RpcException FeedRevisionFuture(FeedRange range) =>
        Of(Code.OutOfRange, ErrorReason.FeedRevisionFuture,
            "Så långt har loggen inte kommit. Positionen hör inte till den.", "The log has not come so far. The position is not of this log.",
            details: range);

    public static RpcException FeedLogChanged(FeedRange range) =>
        Of(Code.FailedPrecondition, ErrorReason.FeedLogChanged,
            "Loggen är en annan än den som positionen hör till. Börja med utgångsläget.",
            "The log is another one than the position's. Start with the initial state.",
            details: range);

    public static RpcException WatchLimitExceeded(int limit, TimeSpan wait) =>
        Of(Code.ResourceExhausted, ErrorReason.WatchLimitExceeded,
            $"Högst {limit} flöden åt gången. Avsluta ett.", $"At most {limit} streams at a time. End one.",
            new() { ["limit"] = limit.ToString(CultureInfo.InvariantCulture) }, RetryAfter(wait));

    public static RpcException RateLimited(TimeSpan wait) =>
        Of(Code.ResourceExhausted, ErrorReason.RateLimited,
            "För många anrop på kort tid. Vänta en stund.", "Too many calls in a short time. Wait a moment.",
            details: RetryAfter(wait));

    public static RpcException FieldViolation(IEnumerable<BadRequest.Types.FieldViolation> violations) =>
        Of(Code.InvalidArgument, ErrorReason.FieldViolation,
            "Ett eller flera fält är felaktiga.", "One or more fields are wrong.",
            details: new BadRequest { FieldViolations = { violations } });

    public static RpcException TokenMissing() =>
        Of(Code.Unauthenticated, ErrorReason.TokenMissing, "Logga in först.", "Sign in first.");

    public static RpcException TokenExpired() =>
        Of(Code.Unauthenticated, ErrorReason.TokenExpired, "Inloggningen har gått ut. Hämta ett nytt token.", "The token has expired. Fetch a new one.");

    public static RpcException TokenInvalid() =>
        Of(Code.Unauthenticated, ErrorReason.TokenInvalid, "Ogiltigt token.", "The token is not valid.");

    public static RpcException ServerDraining(TimeSpan wait) =>
        Of(Code.Unavailable, ErrorReason.ServerDraining,
            "Servern startas om. Försök igen om en stund.", "The server is going down. Retry after a moment.",
            details: RetryAfter(wait));

    public static RpcException Internal(string correlationId) =>
        Of(Code.Internal, ErrorReason.Internal,
            $"Ett fel i servern ({correlationId}).", $"A fault in the server ({correlationId}).",
            new() { ["correlation_id"] = correlationId });

    private static RetryInfo RetryAfter(TimeSpan wait) => new() { RetryDelay = Duration.FromTimeSpan(wait) };

    private static RpcException Of(
        Code code, ErrorReason reason, string swedish, string english, Dictionary<string, string>? metadata = null, params IMessage[] details) =>
        new Status
        {
            Code = (int)code,
            Message = english,
            Details =
            {
                Any.Pack(new ErrorInfo { Domain = "workorders", Reason = NameOf(reason), Metadata = { metadata ?? [] } }),
                Any.Pack(new LocalizedMessage { Locale = "sv-SE", Message = swedish }),
                Any.Pack(new LocalizedMessage { Locale = "en", Message = english }),
                details.Select(Any.Pack),
            },
        }.ToRpcException();

    /// <summary>The reason's name in the contract without its prefix: <c>WORK_ORDER_NOT_FOUND</c>.</summary>
    private static string NameOf(ErrorReason reason) => ReasonNames.FindValueByNumber((int)reason).Name["ERROR_REASON_".Length..];

    private static readonly EnumDescriptor ReasonNames = ErrorsReflection.Descriptor.EnumTypes.Single(e => e.Name == nameof(ErrorReason));
}
