using Grpc.Core;
using WorkOrders.Domain;

namespace WorkOrders.Server.Wire;

/// <summary>What the core refuses, as it goes out.</summary>
internal static class Refusals
{
    /// <param name="order">The order that was refused to change, if the caller sees it.</param>
    public static RpcException Of(Refusal refusal, Submission asked, WorkOrder? order) => refusal.Kind switch
    {
        RefusalKind.Malformed => Malformed(refusal.Violations),
        RefusalKind.NotAllowedForRole => NotAllowed(asked),
        RefusalKind.NotFound => asked switch
        {
            WholeBundle bundle => Errors.BundleNotFound(bundle.Bundle.BaseNumber),
            OneOrder one => Errors.WorkOrderNotFound(one.Number),
            _ => Errors.WorkOrderNotFound(refusal.Number ?? 0),
        },
        RefusalKind.InvalidTransition => Errors.InvalidStateTransition(new()
        {
            Number = order!.Number,
            CurrentStatus = order.Status.ToWire(),
            RequestedCommand = refusal.Command.ToWire(),
            AllowedCommands = { refusal.Allowed.Select(Enums.ToWire).Distinct() },
            Etag = Etags.Of(order),
        }),
        RefusalKind.QuestionNotOpen => Errors.QuestionNotOpen(order!.Number, asked is OneOrder { Command: AnswerQuestion a } ? a.QuestionId : 0),
        RefusalKind.QuestionNotYours => Errors.QuestionNotYours(
            order!.Number, asked is OneOrder { Command: AnswerQuestion a } ? a.QuestionId : 0, refusal.WaitsFor?.Name ?? ""),
        RefusalKind.BundleMismatch => Errors.BundleMismatch(refusal.Number ?? 0),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal.Kind, "Has no error."),
    };

    public static RpcException NotAllowed(Submission asked) =>
        Errors.NotAllowedForRole(Words.NameOf(asked.By.Role.ToWire()).ToLowerInvariant(), Words.MethodOf(asked.Kind));

    private static RpcException Malformed(IReadOnlyList<Violation> violations)
    {
        var wrong = new FieldViolations();
        foreach (var violation in violations)
            wrong.Add(violation.Field, violation.Kind);
        return wrong.ToRefusal();
    }
}
