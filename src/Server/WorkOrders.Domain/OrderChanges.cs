namespace WorkOrders.Domain;

/// <summary>
/// What Redigera and Spara may change, never the status: each field with its new value, or null to leave it alone.
/// <c>new OrderChanges { PlannedFor = new(day), SerialNumber = new("") }</c> sets the one and clears the other.
/// </summary>
public sealed record OrderChanges
{
    public Change<DateOnly?>? PlannedFor { get; init; }
    public Change<string>? Properties { get; init; }
    public Change<string>? SerialNumber { get; init; }
    public Change<string>? UnitNote { get; init; }
    public Change<string>? ActionPerformed { get; init; }

    /// <summary>Only what differs from the order: a form sends all its fields, the log tells what changed.</summary>
    internal OrderChanges Since(WorkOrder order) => new()
    {
        PlannedFor = PlannedFor?.Since(order.PlannedFor),
        Properties = Properties?.Since(order.Subject.Properties),
        SerialNumber = SerialNumber?.Since(order.Subject.SerialNumber),
        UnitNote = UnitNote?.Since(order.Subject.UnitNote),
        ActionPerformed = ActionPerformed?.Since(order.ActionPerformed),
    };

    internal WorkOrder On(WorkOrder order) => order with
    {
        PlannedFor = PlannedFor is { } planned ? planned.To : order.PlannedFor,
        ActionPerformed = ActionPerformed?.To ?? order.ActionPerformed,
        Subject = order.Subject with
        {
            Properties = Properties?.To ?? order.Subject.Properties,
            SerialNumber = SerialNumber?.To ?? order.Subject.SerialNumber,
            UnitNote = UnitNote?.To ?? order.Subject.UnitNote,
        },
    };
}

public sealed record Change<T>(T To)
{
    internal Change<T>? Since(T before) => EqualityComparer<T>.Default.Equals(To, before) ? null : this;
}
