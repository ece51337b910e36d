using WorkOrders.Domain;

namespace WorkOrders.Server.Calendar;

internal static class CalendarSetup
{
    /// <summary>The landlord's <see cref="WorkingCalendar"/> and <see cref="Terms"/>, for whoever reckons in working time.</summary>
    public static void AddCalendar(this WebApplicationBuilder builder)
    {
        var hours = builder.AddSettings<WorkingTimeSettings>("WorkingTime");
        var deadlines = builder.AddSettings<DeadlineSettings>("Deadlines");
        var questions = builder.AddSettings<QuestionSettings>("Questions");
        if (hours.Closes <= hours.Opens)
            throw new StartRefusedException($"WorkingTime:Closes is {hours.Closes:HH\\:mm}, which is not after WorkingTime:Opens, {hours.Opens:HH\\:mm}.");

        var office = WorkingCalendar.Weekdays(hours.Opens.ToTimeSpan(), hours.Closes.ToTimeSpan(), SwedishHolidays.Has);
        var terms = new Terms(office, TargetsOf(deadlines)) { AnswerWithin = TimeSpan.FromHours(questions.EscalateAfterHours) };
        builder.Services.AddSingleton(office).AddSingleton(terms);
    }

    private static Dictionary<Priority, Target> TargetsOf(DeadlineSettings hours) => new()
    {
        [Priority.Emergency] = Target(hours.EmergencyContactHours, hours.EmergencyCompletionHours),
        [Priority.Urgent] = Target(hours.UrgentContactHours, hours.UrgentCompletionHours),
        [Priority.Normal] = Target(hours.NormalContactHours, hours.NormalCompletionHours),
        [Priority.Planned] = Target(hours.PlannedContactHours, hours.PlannedCompletionHours),
    };

    private static Target Target(int contact, int completion) => new(TimeSpan.FromHours(contact), TimeSpan.FromHours(completion));
}
