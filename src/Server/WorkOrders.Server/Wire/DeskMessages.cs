using WorkOrders.Domain;

namespace WorkOrders.Server.Wire;

/// <summary>Who answers whose questions, as messages.</summary>
internal static class DeskMessages
{
    public static V1.QuestionWait ToWire(this WaitsFor wait, Orderer? orderer, bool answerable) => new()
    {
        Kind = wait.Kind switch
        {
            WaitsForKind.Orderer => V1.WaitsForKind.Orderer,
            WaitsForKind.Deputy => V1.WaitsForKind.Deputy,
            WaitsForKind.Team => V1.WaitsForKind.Team,
            WaitsForKind.Dispatch => V1.WaitsForKind.Dispatch,
            _ => throw new ArgumentOutOfRangeException(nameof(wait), wait.Kind, "Has no message."),
        },
        Name = wait.Name,
        OrdererName = orderer?.Name ?? "",
        AwayUntil = wait.AwayUntil.ToWire(),
        Answerable = answerable,
    };

    /// <summary>Null once it is over.</summary>
    public static V1.Absence? ToAbsence(this Desk desk, DateOnly today)
    {
        if (desk.Absence is not { } absence || absence.Until < today) return null;

        var message = new V1.Absence { From = ((DateOnly?)absence.From).ToWire(), Until = ((DateOnly?)absence.Until).ToWire(), DeputyName = absence.Deputy?.Name ?? "" };
        if (absence.Deputy is { } deputy) message.DeputyAccountId = deputy.AccountId;
        else message.Team = new() { Name = desk.Team };
        return message;
    }
}
