using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Grpc.Core;
using WorkOrders.V1;

namespace WorkOrders.Client;

/// <summary>
/// A call was refused, or no answer came. <see cref="System.Exception.Message"/> is English;
/// <see cref="MessageIn"/> has it in the reader's language.
/// </summary>
public class WorkOrdersException : RpcException
{
    private readonly Google.Rpc.Status _details;

    private protected WorkOrdersException(RpcException failure, Google.Rpc.Status details)
        : base(failure.Status, failure.Trailers, In(details, "en") ?? failure.Status.Detail)
    {
        _details = details;
        var info = details.GetDetail<ErrorInfo>();
        ReasonName = info?.Reason ?? "";
        Reason = Parse(ReasonName);
        Metadata = info?.Metadata.ToDictionary() ?? [];
        RetryAfter = details.GetDetail<RetryInfo>()?.RetryDelay?.ToTimeSpan();
        FieldViolations = ByField(details, violation => violation.Description);
    }

    /// <summary>
    /// Why, as in the contract's <c>errors.proto</c>; <see cref="ErrorReason.Unspecified"/> if no server of ours
    /// answered (no connection, refused credentials) or if this library is older than the reason.
    /// </summary>
    public ErrorReason Reason { get; }

    /// <summary>
    /// The reason's stable name, such as <c>WORK_ORDER_NOT_FOUND</c>, also where <see cref="Reason"/> doesn't know it; or empty.
    /// </summary>
    public string ReasonName { get; }

    /// <summary>Everything dynamic in the message, such as <c>number</c>.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>
    /// What is wrong with which field, in English, if <see cref="Reason"/> is <see cref="ErrorReason.FieldViolation"/>; all of
    /// them at once. <see cref="FieldViolationsIn"/> has them in the reader's language.
    /// </summary>
    public IReadOnlyDictionary<string, string> FieldViolations { get; }

    /// <summary>How long the server asks to wait before the next attempt, if it does.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>The message for people, in Swedish or English; English for any other language.</summary>
    /// <param name="culture">The reader's language.</param>
    /// <returns>The server's text, or <see cref="System.Exception.Message"/> if it sent none.</returns>
    public string MessageIn(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return In(_details, culture.TwoLetterISOLanguageName) ?? Message;
    }

    /// <summary>What is wrong with which field, for people, in Swedish or English; English for any other language.</summary>
    /// <param name="culture">The reader's language.</param>
    /// <returns>A text for each field of <see cref="FieldViolations"/>.</returns>
    public IReadOnlyDictionary<string, string> FieldViolationsIn(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return ByField(_details, violation => violation.LocalizedMessage is { } message && IsIn(message, culture.TwoLetterISOLanguageName)
            ? message.Message
            : violation.Description);
    }

    /// <summary>
    /// What a program can act on: <see cref="InvalidStateTransition"/>, <see cref="EtagMismatch"/>,
    /// <see cref="FeedRange"/>, or one of <c>google.rpc</c>'s.
    /// </summary>
    /// <typeparam name="T">The kind of detail.</typeparam>
    /// <returns>The detail, or null if the error carries none of this kind.</returns>
    public T? GetDetail<T>()
        where T : class, IMessage<T>, new() => _details.GetDetail<T>();

    internal static WorkOrdersException From(RpcException failure)
    {
        if (failure is WorkOrdersException already)
            return already;
        var details = failure.Trailers.GetRpcStatus(ignoreParseError: true) ?? new Google.Rpc.Status();
        return Parse(details.GetDetail<ErrorInfo>()?.Reason ?? "")
            is ErrorReason.FeedRevisionPruned or ErrorReason.FeedRevisionFuture or ErrorReason.FeedLogChanged
            ? new FeedHistoryLostException(failure, details)
            : new WorkOrdersException(failure, details);
    }

    private static string? In(Google.Rpc.Status details, string language) => details.Details
        .Where(detail => detail.Is(LocalizedMessage.Descriptor))
        .Select(detail => detail.Unpack<LocalizedMessage>())
        .FirstOrDefault(message => IsIn(message, language))?.Message;

    private static bool IsIn(LocalizedMessage message, string language) => message.Locale.StartsWith(language, StringComparison.OrdinalIgnoreCase);

    private static Dictionary<string, string> ByField(Google.Rpc.Status details, Func<BadRequest.Types.FieldViolation, string> text) =>
        (details.GetDetail<BadRequest>()?.FieldViolations ?? [])
            .GroupBy(violation => violation.Field, text)
            .ToDictionary(field => field.Key, field => string.Join(" ", field));

    // ErrorInfo carries the contract's name without its prefix: WORK_ORDER_NOT_FOUND.
    private static ErrorReason Parse(string name) =>
        (ErrorReason)(ErrorsReflection.Descriptor.FindTypeByName<EnumDescriptor>(nameof(ErrorReason))
            .FindValueByName("ERROR_REASON_" + name)?.Number ?? 0);
}
