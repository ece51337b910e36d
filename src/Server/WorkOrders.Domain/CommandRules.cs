namespace WorkOrders.Domain;

/// <summary>What can be wrong with a command whatever the order's state: all of it at once, as a form shows it.</summary>
public static class CommandRules
{
    public static IReadOnlyList<Violation> Violations(this Command command) => [.. (command switch
    {
        Register c => [.. Details(c.Details), .. Tenant(c.Tenant, c.Access), .. LandlordOnly(c)],
        RegisterAndPlace c => [.. Details(c.Details), .. Tenant(c.Tenant, c.Access)],
        Place c => [Text("reason", c.Reason)],
        Reassign c => [Text("reason", c.Reason)],
        Decline c => [Required("reason", c.Reason)],
        Complete c => [Required("action_performed", c.ActionPerformed), Photos(c.Photos)],
        Reopen c => [Required("reason", c.Reason)],
        Cancel c => [Required("reason", c.Reason)],
        AddNote c => [Text("text", c.Text, required: c.Phrase is null && c.Photos.Count == 0), Photos(c.Photos)],
        AskQuestion c => [Required("text", c.Text)],
        AnswerQuestion c => [Required("text", c.Text)],
        SendMessage c => [Required("text", c.Text)],
        Update c => Changes(c.Changes),
        UpdateTenantContact c => Phones("", c.Phones),
        RecordTenantContact c => [Text("text", c.Text)],
        PauseWork c => [c.Reason.MayBeGiven() ? null : new("reason", ViolationKind.ComesByItself), Required("text", c.Text)],
        ResumeWork c => [Text("text", c.Text)],
        RecordFailedVisit c => [c.AttemptedAt > c.At ? new("attempted_at", ViolationKind.InTheFuture) : null, Required("text", c.Text)],
        SetPriority or Accept or AcceptBundle or MarkInvoiced or JoinBundle or LeaveBundle => [],
        _ => throw new InvalidOperationException($"{command.Kind} has no rules."),
    }).OfType<Violation>()];

    private static IEnumerable<Violation?> Details(OrderDetails d) =>
    [
        Required("order_class", d.OrderClass, 64),
        Required("property_object.number", d.PropertyObject.Number, 32),
        Text("property_object.kind", d.PropertyObject.Kind, 200),
        Required("property_object.address.street", d.PropertyObject.Address.Street, 200),
        Text("property_object.address.postal_code", d.PropertyObject.Address.PostalCode, 16),
        Text("property_object.address.town", d.PropertyObject.Address.Town, 200),
        Text("property_object.admin_area", d.PropertyObject.AdminArea, 200),
        Text("property_object.fault_area", d.PropertyObject.FaultArea, 200),
        Text("property_object.search_area", d.PropertyObject.SearchArea, 200),
        Text("property_object.district", d.PropertyObject.District, 200),
        Text("subject.space", d.Subject.Space, 200),
        Text("subject.space_code", d.Subject.SpaceCode, 32),
        Text("subject.unit", d.Subject.Unit, 200),
        Text("subject.properties", d.Subject.Properties, 200),
        Text("subject.serial_number", d.Subject.SerialNumber, 100),
        Text("subject.phrase", d.Subject.Phrase, 200),
        // a phrase or a description: an order must say what it is about
        Text("subject.description", d.Subject.Description, required: TextRules.IsBlank(d.Subject.Phrase)),
        Text("subject.unit_note", d.Subject.UnitNote),
    ];

    private static IEnumerable<Violation?> Tenant(TenantContact? tenant, Access? access) =>
    [
        Text("tenant.name", tenant?.Name, 200),
        .. Phones("tenant.", tenant?.Phones ?? new()),
        Text("access.key_information", access?.KeyInformation),
        Text("access.comment", access?.Comment),
    ];

    private static IEnumerable<Violation?> LandlordOnly(Register c) => c.By.IsLandlord ? [] :
    [
        c.Orderer is null ? null : new("orderer", ViolationKind.LandlordOnly),
        c.Tenant is null ? null : new("tenant", ViolationKind.LandlordOnly),
        c.Access is null ? null : new("access", ViolationKind.LandlordOnly),
    ];

    private static IEnumerable<Violation?> Changes(OrderChanges c) =>
    [
        Text("changes.properties", c.Properties?.To, 200),
        Text("changes.serial_number", c.SerialNumber?.To, 100),
        Text("changes.unit_note", c.UnitNote?.To),
        Text("changes.action_performed", c.ActionPerformed?.To),
    ];

    private static IEnumerable<Violation?> Phones(string path, TenantPhones p) =>
    [
        Phone(path + "home_phone", p.Home),
        Phone(path + "work_phone", p.Work),
        Phone(path + "mobile_phone", p.Mobile),
        p.PreferredNumber is { } number && TextRules.IsBlank(number) ? new(path + "preferred_phone", ViolationKind.NoNumber) : null,
    ];

    private static Violation? Photos(IReadOnlyList<Photo> photos) =>
        photos.Count > Photo.MostAtOnce ? new("photo_ids", ViolationKind.TooMany)
        : photos.DistinctBy(p => p.Id).Count() < photos.Count ? new("photo_ids", ViolationKind.Repeated)
        : null;

    private static Violation? Phone(string field, string number) => Text(field, number, 32) ??
        (number.All(c => char.IsAsciiDigit(c) || " +-()".Contains(c)) ? null : new(field, ViolationKind.NotAPhoneNumber));

    private static Violation? Required(string field, string? text, int maxLength = TextRules.MaxLength) =>
        Text(field, text, maxLength, required: true);

    private static Violation? Text(string field, string? text, int maxLength = TextRules.MaxLength, bool required = false) =>
        TextRules.Check(text, required, maxLength) is { } kind ? new(field, kind) : null;
}
