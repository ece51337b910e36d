using Google.Protobuf.WellKnownTypes;
using WorkOrders.Domain;
using WorkOrders.V1;

namespace WorkOrders.Server.Wire;

/// <summary>Requests about deadlines and visits, as wishes for the writer. All wrong fields are told at once.</summary>
internal static class DeadlineRequests
{
    public static Submission Read(SetWorkOrderPriorityRequest r, Asked a) => new Form(r).One(r.Number, r.Etag, form =>
    {
        if (r.Priority is V1.Priority.Unspecified) form.Wrong("priority", ViolationKind.Required);
        return new SetPriority(form.Priority(r.Priority) ?? default, a.By, a.At);
    });

    public static Submission Read(RecordTenantContactRequest r, Asked a) =>
        new Form(r).One(r.Number, r.Etag, _ => new RecordTenantContact(Form.Text(r.Text), a.By, a.At));

    public static Submission Read(PauseWorkOrderRequest r, Asked a) => new Form(r).One(r.Number, r.Etag, form =>
    {
        if (r.Reason.ToCore() is null) form.Wrong("reason", ViolationKind.Required);
        return new PauseWork(r.Reason.ToCore() ?? Domain.PauseReason.WaitingForParts, Form.Text(r.Text), a.By, a.At);
    });

    public static Submission Read(ResumeWorkOrderRequest r, Asked a) =>
        new Form(r).One(r.Number, r.Etag, _ => new ResumeWork(Form.Text(r.Text), a.By, a.At));

    public static Submission Read(RecordFailedVisitRequest r, Asked a) => new Form(r).One(r.Number, r.Etag, form =>
    {
        if (r.Notice.ToCore() is null) form.Wrong("notice", ViolationKind.Required);
        return new RecordFailedVisit(form.Instant("attempted_at", r.AttemptedAt, a.At), r.Notice.ToCore() ?? default, Form.Text(r.Text), a.By, a.At);
    });

    /// <summary>Null if none is chosen.</summary>
    public static Domain.Priority? Priority(this Form form, V1.Priority priority)
    {
        if (priority is not V1.Priority.Unspecified && priority.ToCore() is null) form.Wrong("priority", "Okänt värde.", "Is not known.");
        return priority.ToCore();
    }

    private static DateTimeOffset Instant(this Form form, string field, Timestamp? given, DateTimeOffset otherwise)
    {
        if (given is null)
        {
            form.Wrong(field, ViolationKind.Required);
            return otherwise;
        }
        try
        {
            return given.ToDateTimeOffset().InWholeMilliseconds();
        }
        // a timestamp can hold what no calendar does
        catch (Exception e) when (e is InvalidOperationException or ArgumentOutOfRangeException)
        {
            form.Wrong(field, "Är ingen tidpunkt.", "Is no instant.");
            return otherwise;
        }
    }
}
