using WorkOrders.Domain;
using WorkOrders.V1;

namespace WorkOrders.Server.Wire;

/// <summary>Requests that concern orders which exist, as wishes for the writer. All wrong fields are told at once.</summary>
internal static class Requests
{
    public static Submission Read(PlaceWorkOrderRequest r, Asked a) =>
        new Form(r).One(r.Number, r.Etag, form => Placing(form.Contractor("contractor_id", r.ContractorId), r.Reason, a) with
        {
            Priority = form.Priority(r.Priority),
        });

    public static Submission Read(AcceptWorkOrderRequest r, Asked a) => new Form(r).One(r.Number, r.Etag, _ => new Accept(a.By, a.At));

    public static Submission Read(DeclineWorkOrderRequest r, Asked a) =>
        new Form(r).One(r.Number, r.Etag, _ => new Decline(Form.Text(r.Reason), a.By, a.At));

    public static Submission Read(ReassignWorkOrderRequest r, Asked a) => new Form(r).One(r.Number, r.Etag, form =>
    {
        form.Required("reason", r.Reason);
        return new Reassign(form.Contractor("contractor_id", r.ContractorId), Form.Text(r.Reason), a.By, a.At);
    });

    public static Submission Read(CompleteWorkOrderRequest r, Asked a) =>
        new Form(r).One(r.Number, r.Etag, form => new Complete(Form.Text(r.ActionPerformed), a.By, a.At) { Photos = form.Photos(r.PhotoIds) });

    public static Submission Read(ReopenWorkOrderRequest r, Asked a) =>
        new Form(r).One(r.Number, r.Etag, _ => new Reopen(Form.Text(r.Reason), a.By, a.At));

    public static Submission Read(MarkWorkOrderInvoicedRequest r, Asked a) =>
        new Form(r).One(r.Number, r.Etag, _ => new MarkInvoiced(a.By, a.At));

    public static Submission Read(CancelWorkOrderRequest r, Asked a) =>
        new Form(r).One(r.Number, r.Etag, _ => new Cancel(Form.Text(r.Reason), a.By, a.At));

    /// <param name="phrases">The catalogue, by text.</param>
    public static Submission Read(AddNoteRequest r, Asked a, IReadOnlyDictionary<string, StandardPhrase> phrases) => new Form(r).One(r.Number, r.Etag, form =>
    {
        var phrase = Form.Text(r.Phrase) is { Length: > 0 } text ? form.Phrase(text, phrases) : null;
        return new AddNote(phrase, Form.Text(r.Text), a.By, a.At) { Photos = form.Photos(r.PhotoIds) };
    });

    public static Submission Read(AskQuestionRequest r, Asked a) =>
        new Form(r).One(r.Number, r.Etag, _ => new AskQuestion(Form.Text(r.Text), a.By, a.At));

    public static Submission Read(AnswerQuestionRequest r, Asked a) => new Form(r).One(r.Number, r.Etag, form =>
    {
        if (r.QuestionId < 1) form.Wrong("question_id", ViolationKind.Required);
        return new AnswerQuestion(r.QuestionId, Form.Text(r.Text), a.By, a.At);
    });

    public static Submission Read(SendMessageRequest r, Asked a) =>
        new Form(r).One(r.Number, r.Etag, _ => new SendMessage(Form.Text(r.Text), a.By, a.At));

    public static Submission Read(UpdateTenantContactRequest r, Asked a) => new Form(r).One(r.Number, r.Etag, form =>
        new UpdateTenantContact(form.Phones(r.HomePhone, r.WorkPhone, r.MobilePhone, "preferred_phone", r.PreferredPhone), a.By, a.At));

    public static Submission Read(UnbundleWorkOrderRequest r, Asked a) => new Form(r).One(r.Number, r.Etag, _ => new LeaveBundle(a.By, a.At));

    public static Submission Read(AcceptBundleRequest r, Asked a)
    {
        var form = new Form(r);
        var bundle = Bundle.Parse(Form.Text(r.BundleNumber));
        if (bundle is not { Position: null })
            form.Wrong("bundle_number", "Ska vara ett buntnummer som 64010765-20190819.", "Must be a bundle's number such as 64010765-20190819.");
        var key = form.Close();
        return new WholeBundle(bundle!, new(a.By, a.At), key);
    }

    public static Submission Read(BundleWorkOrdersRequest r, Asked a)
    {
        var form = new Form(r);
        if (r.Numbers.Count is < 1 or > 50) form.Wrong("numbers", "Ska vara 1 till 50 arbetsorder.", "Must be 1 to 50 orders.");
        if (r.Numbers.Any(n => n < 1)) form.Wrong("numbers", "Innehåller något som inte är ett nummer.", "Holds what is no number.");
        if (r.Numbers.Distinct().Count() < r.Numbers.Count) form.Wrong("numbers", "Nämner en arbetsorder två gånger.", "Names an order twice.");
        var key = form.Close();
        return new Group([.. r.Numbers], a.By, a.At, key);
    }

    /// <summary>No wish for the writer: nothing happens to the order.</summary>
    public static RequestKey Read(CreateTenantLinkRequest r)
    {
        var form = new Form(r);
        form.Number(r.Number);
        return form.Close();
    }

    /// <summary>The order's number.</summary>
    public static long Read(RevokeTenantLinksRequest r)
    {
        var wrong = new FieldViolations();
        if (r.Number < 1) wrong.Add("number", ViolationKind.Required);
        wrong.ThrowIfAny();
        return r.Number;
    }

    internal static Place Placing(ContractorRef contractor, string reason, Asked a) =>
        new(contractor, NewOrders.OrdererOf(a.By), a.By, a.At) { Reason = Form.Text(reason) };

    internal static OneOrder One(this Form form, long number, string etag, Func<Form, Command> read)
    {
        var command = read(form);
        form.Number(number);
        form.Etag(etag);
        // an order may hold a draft of what was done: only the writer can tell whether it is missing
        form.Checked(command is Complete { ActionPerformed: "" } done ? done with { ActionPerformed = "?" } : command);
        return new(number, command, etag, form.Close());
    }

    private static StandardPhrase? Phrase(this Form form, string text, IReadOnlyDictionary<string, StandardPhrase> phrases)
    {
        if (phrases.TryGetValue(text, out var phrase)) return phrase;

        // an error travels in HTTP headers, which clients limit
        var all = string.Join("; ", phrases.Keys.Take(20));
        form.Wrong("phrase", $"Finns inte bland fraserna: {all}.", $"Is none of the standard phrases: {all}.");
        // so that nothing is said about a text that is missing beside it
        return new(text, TenantVisible: false);
    }

    internal static TenantPhones Phones(this Form form, string? home, string? work, string? mobile, string field, V1.PreferredPhone preferred)
    {
        if (preferred.ToCore() is null) form.Wrong(field, "Okänt värde.", "Is not known.");
        return new(Form.Text(home), Form.Text(work), Form.Text(mobile), preferred.ToCore() ?? Domain.PreferredPhone.None);
    }
}
