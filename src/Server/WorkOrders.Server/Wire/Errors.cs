using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using WorkOrders.V1;
using Status = Google.Rpc.Status;

namespace WorkOrders.Server.Wire;

/// <summary>
/// Every refusal as it goes out: errors.proto, entry by entry. The one file that creates an <see cref="RpcException"/>.
/// Whatever is dynamic in a message is in the metadata too.
/// </summary>
internal static class Errors
{
    private static readonly TimeSpan SoonAgain = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LaterAgain = TimeSpan.FromSeconds(1);

    // Orders

    /// <summary>The same bytes whether there is no such order or it is not the caller's.</summary>
    public static RpcException WorkOrderNotFound(long number) =>
        Of(Code.NotFound, ErrorReason.WorkOrderNotFound,
            $"Arbetsorder {number} finns inte.", $"There is no work order {number}.", new() { ["number"] = Text(number) });

    public static RpcException InvalidStateTransition(InvalidStateTransition what) =>
        Of(Code.FailedPrecondition, ErrorReason.InvalidStateTransition,
            $"Arbetsorder {what.Number} har status {Words.Swedish(what.CurrentStatus)}: {Words.Swedish(what.RequestedCommand)} går inte nu.",
            $"Work order {what.Number} is {Words.English(what.CurrentStatus)}: {Words.English(what.RequestedCommand)} is not possible now.",
            new()
            {
                ["number"] = Text(what.Number),
                ["current_status"] = Words.NameOf(what.CurrentStatus),
                ["requested_command"] = Words.NameOf(what.RequestedCommand),
            },
            what);

    public static RpcException EtagMismatch(EtagMismatch what) =>
        Of(Code.Aborted, ErrorReason.EtagMismatch,
            $"Någon annan hann ändra arbetsorder {what.Number}. Läs den igen.",
            $"Somebody else has changed work order {what.Number}. Read it again.",
            new() { ["number"] = Text(what.Number) }, what);

    public static RpcException QuestionNotOpen(long number, int questionId) =>
        Of(Code.FailedPrecondition, ErrorReason.QuestionNotOpen,
            $"Fråga {questionId} på arbetsorder {number} väntar inte på svar.",
            $"Question {questionId} of work order {number} waits for no answer.",
            new() { ["number"] = Text(number), ["question_id"] = Text(questionId) });

    public static RpcException QuestionNotYours(long number, int questionId, string waitsFor) =>
        Of(Code.PermissionDenied, ErrorReason.QuestionNotYours,
            $"Fråga {questionId} på arbetsorder {number} väntar på {waitsFor}. Bara beställaren, den som ersätter och driftcentralen kan svara.",
            $"Question {questionId} of work order {number} waits for {waitsFor}. Only its orderer, who stands in, and dispatchers can answer.",
            new() { ["number"] = Text(number), ["question_id"] = Text(questionId), ["waits_for"] = waitsFor });

    public static RpcException OrdererNotFound(string accountId) =>
        Of(Code.NotFound, ErrorReason.OrdererNotFound,
            $"Ingen beställare har kontot {accountId}.", $"No orderer has the account {accountId}.", new() { ["account_id"] = accountId });

    public static RpcException BundleNotFound(string bundleNumber) =>
        Of(Code.NotFound, ErrorReason.BundleNotFound,
            $"Bunten {bundleNumber} finns inte.", $"There is no bundle {bundleNumber}.", new() { ["bundle_number"] = bundleNumber });

    public static RpcException BundleMismatch(long number) =>
        Of(Code.FailedPrecondition, ErrorReason.BundleMismatch,
            $"Arbetsorder {number} kan inte ligga i samma bunt som de andra.", $"Work order {number} can't share a bundle with the others.",
            new() { ["number"] = Text(number) });

    public static RpcException ContractorNotFound(string contractorId) =>
        Of(Code.NotFound, ErrorReason.ContractorNotFound,
            $"Utföraren {contractorId} finns inte.", $"There is no contractor {contractorId}.", new() { ["contractor_id"] = contractorId });

    public static RpcException InvoiceReferenceNotFound(string reference) =>
        Of(Code.NotFound, ErrorReason.InvoiceReferenceNotFound,
            $"{reference} är ingen fakturareferens till en arbetsorder. Den skrivs AO och numret, utan mellanslag, bindestreck eller annat tecken.",
            $"{reference} is no invoice reference of a work order. It is written AO and the number, with no space, hyphen or other mark.",
            new() { ["reference"] = reference });

    public static RpcException PhotoNotReady(Guid photoId) =>
        Of(Code.FailedPrecondition, ErrorReason.PhotoNotReady,
            $"Fotot {photoId} kan inte användas: det är inte helt uppladdat, hör till något annat eller sitter redan på en notering.",
            $"The photo {photoId} can't be used: it isn't there in full, is another order's or account's, or stands on a note already.",
            new() { ["photo_id"] = photoId.ToString() });

    // Contractors and phrases

    public static RpcException ContractorExists(string contractorId) =>
        Of(Code.AlreadyExists, ErrorReason.ContractorExists,
            $"Utföraren {contractorId} finns redan.", $"There is a contractor {contractorId} already.", new() { ["contractor_id"] = contractorId });

    public static RpcException UserNameTaken(string userName) =>
        Of(Code.AlreadyExists, ErrorReason.UserNameTaken,
            $"Användarnamnet {userName} är upptaget.", $"The user name {userName} is taken.", new() { ["user_name"] = userName });

    public static RpcException AccountNotFound(string accountId) =>
        Of(Code.NotFound, ErrorReason.AccountNotFound,
            $"Ingen utförare har kontot {accountId}.", $"No contractor has an account {accountId}.", new() { ["account_id"] = accountId });

    public static RpcException PhraseNotFound(string phrase) =>
        Of(Code.NotFound, ErrorReason.PhraseNotFound,
            $"Frasen ”{phrase}” finns inte.", $"There is no phrase “{phrase}”.", new() { ["phrase"] = phrase });

    public static RpcException PhraseExists(string phrase) =>
        Of(Code.AlreadyExists, ErrorReason.PhraseExists,
            $"Frasen ”{phrase}” finns redan.", $"There is a phrase “{phrase}” already.", new() { ["phrase"] = phrase });

    // Tenants

    public static RpcException TenantLinkTooLate(long number) =>
        Of(Code.FailedPrecondition, ErrorReason.TenantLinkTooLate,
            $"Arbetsorder {number} avslutades för så länge sedan att en länk redan hade gått ut.",
            $"Work order {number} was closed so long ago that a link to it would have ended.",
            new() { ["number"] = Text(number) });

    // Requests

    public static RpcException FieldViolation(IReadOnlyCollection<BadRequest.Types.FieldViolation> violations)
    {
        var fields = string.Join(", ", violations.Select(v => v.Field).Distinct());
        return Of(Code.InvalidArgument, ErrorReason.FieldViolation,
            $"Rätta: {fields}.", $"Correct: {fields}.", new() { ["fields"] = fields },
            new BadRequest { FieldViolations = { violations } });
    }

    public static RpcException RequestIdReused(Guid requestId) =>
        Of(Code.AlreadyExists, ErrorReason.RequestIdReused,
            $"Anropets id {requestId} har använts till ett annat anrop.", $"The request id {requestId} was used for another request.",
            new() { ["request_id"] = requestId.ToString() });

    // Who is calling

    public static RpcException NotAllowedForRole(string role, string method) =>
        Of(Code.PermissionDenied, ErrorReason.NotAllowedForRole,
            $"Rollen {role} får inte göra detta ({method}).", $"The role {role} may not do this ({method}).",
            new() { ["role"] = role, ["method"] = method });

    public static RpcException FirstSignInUnfinished(string method) =>
        Of(Code.PermissionDenied, ErrorReason.FirstSignInUnfinished,
            $"Bekräfta först kontaktuppgifterna och byt lösenordet ({method}).",
            $"Confirm the contact details and change the password first ({method}).",
            new() { ["method"] = method });

    public static RpcException TokenMissing() =>
        Of(Code.Unauthenticated, ErrorReason.TokenMissing, "Logga in först.", "Sign in first.");

    public static RpcException TokenExpired() =>
        Of(Code.Unauthenticated, ErrorReason.TokenExpired, "Inloggningen har gått ut. Hämta ett nytt token.", "The token has expired. Fetch a new one.");

    public static RpcException TokenInvalid() =>
        Of(Code.Unauthenticated, ErrorReason.TokenInvalid, "Ogiltigt token.", "The token is not valid.");

    // Wall boards

    public static RpcException PairingNotFound(string userCode) =>
        Of(Code.NotFound, ErrorReason.PairingNotFound,
            $"Ingen skärm visar koden {userCode} just nu. Läs av skärmen igen.", $"No screen shows the code {userCode} now. Read it off the screen again.",
            new() { ["user_code"] = userCode });

    public static RpcException BoardNotFound(string boardId) =>
        Of(Code.NotFound, ErrorReason.BoardNotFound,
            $"Tavlan {boardId} finns inte, eller inte längre.", $"There is no board {boardId}, or not any more.", new() { ["board_id"] = boardId });

    // The feed

    public static RpcException FeedLogChanged(FeedRange range) =>
        Of(Code.FailedPrecondition, ErrorReason.FeedLogChanged,
            "Loggen är en annan än den positionen hör till. Börja om med nuläget.",
            "The log is another one than the position belongs to. Start with the initial state.", details: range);

    public static RpcException FeedRevisionFuture(FeedRange range) =>
        Of(Code.OutOfRange, ErrorReason.FeedRevisionFuture,
            "Så långt har loggen inte kommit.", "The log has not come so far.", details: range);

    public static RpcException FeedRevisionPruned(FeedRange range) =>
        Of(Code.OutOfRange, ErrorReason.FeedRevisionPruned,
            "Positionen finns inte längre i loggen. Börja om med nuläget.",
            "The position is no longer in the log. Start with the initial state.", details: range);

    public static RpcException WatchLimitExceeded(int limit, TimeSpan wait) =>
        Of(Code.ResourceExhausted, ErrorReason.WatchLimitExceeded,
            $"Högst {limit} strömmar åt gången. Avsluta en.", $"At most {limit} streams at a time. End one.",
            new() { ["limit"] = Text(limit) }, RetryAfter(wait));

    // The server

    public static RpcException RateLimited(TimeSpan wait) =>
        Of(Code.ResourceExhausted, ErrorReason.RateLimited,
            "För många anrop på kort tid. Vänta en stund.", "Too many calls in a short time. Wait a moment.",
            details: RetryAfter(wait));

    public static RpcException WriterSaturated() =>
        Of(Code.Unavailable, ErrorReason.WriterSaturated,
            "Servern hinner inte med just nu. Försök igen med samma id.", "Too much to write just now. Retry with the same request id.",
            details: RetryAfter(SoonAgain));

    public static RpcException StoreUnavailable() =>
        Of(Code.Unavailable, ErrorReason.StoreUnavailable,
            "Databasen kan inte skriva just nu. Försök igen med samma id.", "The database can't write just now. Retry with the same request id.",
            details: RetryAfter(LaterAgain));

    public static RpcException ServerDraining(TimeSpan wait) =>
        Of(Code.Unavailable, ErrorReason.ServerDraining,
            "Servern startas om. Försök igen om en stund.", "The server is going down. Retry after a moment.",
            details: RetryAfter(wait));

    public static RpcException Internal(string correlationId) =>
        Of(Code.Internal, ErrorReason.Internal,
            $"Ett fel i servern ({correlationId}).", $"A fault in the server ({correlationId}).",
            new() { ["correlation_id"] = correlationId });

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

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
