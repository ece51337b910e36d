using WorkOrders.Domain;
using WorkOrders.Server.Store;

namespace WorkOrders.Server.Tests.Store;

public sealed class OrderDocumentTests
{
    // as the first version wrote it: never edit this text, but teach OrderDocument to read it
    private const string FirstVersion =
        """
        {"number":2377,"version":4,"order_class":"Serviceanm\u00E4lan","type":"Fault","status":"Accepted","bundle":"64010765-20190819-1-1","property_object":{"number":"64010765","kind":"3 rum och k\u00F6k","floor":0,"floors":2,"has_lift":false,"address":{"street":"Tor\u00F6gatan 51","postal_code":"12265","town":"Enskede"},"admin_area":"2 (Fastighetsavdelningen)","fault_area":"Bordsv\u00E4gen","search_area":"Tallkrogen","district":"Farsta SDF"},"subject":{"space":"K\u00F6k","space_code":"076506","unit":"Diskb\u00E4nk","properties":"","serial_number":"","installed_on":"2010-09-16","maintained_on":"2010-09-16","phrase":"Blandare l\u00E4cker","description":"Kommer inget vatten","unit_note":"\u00C4r rostig"},"orderer":{"account_id":"elsa","name":"Elsa \u00D6sterberg","account":"","mobile_phone":"","email":""},"contractor":{"id":"1999/99999","name":"Testfirma AB"},"wished_for":"2019-08-20","planned_for":"2019-08-21","action_performed":"","decline_reason":"","cancel_reason":"","questions":[{"id":1,"text":"Ska blandaren bytas?","asked_at":"2019-08-19T14:07:52.417+00:00","asked_by":{"role":"Contractor","account_id":"testfirma","name":"Testfirma AB","contractor":{"id":"1999/99999","name":"Testfirma AB"}},"answer":{"text":"Ja byt blandaren","answered_at":"2019-08-19T14:08:23+00:00","answered_by":{"role":"Orderer","account_id":"elsa","name":"Elsa \u00D6sterberg"}}}],"registered_at":"2019-08-19T14:06:57.867+00:00","ordered_at":"2019-08-19T14:06:57.867+00:00","accepted_at":"2019-08-19T14:07:29.757+00:00"}
        """;

    [Fact]
    public void A_document_of_the_first_version_is_still_read() => AssertSame(Order, OrderDocument.Read(FirstVersion));

    [Fact]
    public void What_is_written_is_read_again()
    {
        AssertSame(Order, OrderDocument.Read(OrderDocument.Write(Order)));
        AssertSame(Dated, OrderDocument.Read(OrderDocument.Write(Dated)));
        Assert.Null(OrderDocument.Read(OrderDocument.Write(Order with { Tenant = new() { Name = "Test Testsson" }, Access = new(true) })).Tenant);
    }

    private static void AssertSame(WorkOrder expected, WorkOrder actual)
    {
        Assert.Equal(expected.Questions, actual.Questions);
        Assert.Equal(expected.Pauses, actual.Pauses);
        Assert.Equal(expected.FailedVisits, actual.FailedVisits);
        Assert.Equal(Plain(expected), Plain(actual));

        static WorkOrder Plain(WorkOrder order) => order with { Questions = [], Pauses = [], FailedVisits = [] };
    }

    private static readonly ContractorRef Firm = new("1999/99999", "Testfirma AB");

    private static readonly WorkOrder Order = new()
    {
        Number = 2377,
        Version = 4,
        OrderClass = "Serviceanmälan",
        Type = WorkOrderType.Fault,
        Status = WorkOrderStatus.Accepted,
        Bundle = Bundle.Parse("64010765-20190819-1-1"),
        PropertyObject = new()
        {
            Number = "64010765",
            Kind = "3 rum och kök",
            Floors = 2,
            Address = new("Torögatan 51", "12265", "Enskede"),
            AdminArea = "2 (Fastighetsavdelningen)",
            FaultArea = "Bordsvägen",
            SearchArea = "Tallkrogen",
            District = "Farsta SDF",
        },
        Subject = new()
        {
            Space = "Kök",
            SpaceCode = "076506",
            Unit = "Diskbänk",
            InstalledOn = new(2010, 9, 16),
            MaintainedOn = new(2010, 9, 16),
            Phrase = "Blandare läcker",
            Description = "Kommer inget vatten",
            UnitNote = "Är rostig",
        },
        Orderer = new() { AccountId = "elsa", Name = "Elsa Österberg" },
        Contractor = Firm,
        WishedFor = new(2019, 8, 20),
        PlannedFor = new(2019, 8, 21),
        Questions =
        [
            new(1, "Ska blandaren bytas?", At("14:07:52.417"), new(ActorRole.Contractor, "testfirma", "Testfirma AB", Firm),
                new("Ja byt blandaren", At("14:08:23"), new(ActorRole.Orderer, "elsa", "Elsa Österberg"))),
        ],
        RegisteredAt = At("14:06:57.867"),
        OrderedAt = At("14:06:57.867"),
        AcceptedAt = At("14:07:29.757"),
    };

    private static readonly WorkOrder Dated = Order with
    {
        Priority = Priority.Urgent,
        ClocksFrom = At("14:06:57.867"),
        ContactedAt = At("14:09:00"),
        FirstContactDue = At("16:00:00"),
        CompletionDue = At("18:00:00"),
        Pauses = [new(PauseReason.WaitingForParts, "Packning beställd", At("14:10:00"), new(ActorRole.Contractor, "testfirma", "Testfirma AB", Firm))],
        FailedVisits =
        [
            new(At("14:11:00"), VisitNotice.Paper, "Ingen öppnade", new(ActorRole.Contractor, "testfirma", "Testfirma AB", Firm), At("14:12:00")),
        ],
    };

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse($"2019-08-19T{time}Z", System.Globalization.CultureInfo.InvariantCulture);
}
