namespace WorkOrders.Domain;

/// <summary>What the landlord has agreed with its contractors: when people work, and how long each priority may take.</summary>
public sealed record Terms(WorkingCalendar Office, IReadOnlyDictionary<Priority, Target> Targets)
{
    /// <summary>How long a question may wait before others must hear of it; null: for ever.</summary>
    public TimeSpan? AnswerWithin { get; init; }

    /// <summary>A burst pipe doesn't wait for Monday: an emergency's hours are hours of the clock.</summary>
    public WorkingCalendar CalendarFor(Priority priority) => priority is Priority.Emergency ? WorkingCalendar.AroundTheClock : Office;
}

/// <summary>How long it may take to contact the tenant, and to be done.</summary>
public sealed record Target(TimeSpan FirstContact, TimeSpan Completion);
