using Google.Protobuf.WellKnownTypes;
using WorkOrders.Board.Portal.Order;
using WorkOrders.V1;

namespace WorkOrders.Board.Tests.Portal.Order;

public sealed class AuthorsTests
{
    private readonly Authors _authors = new();

    [Fact]
    public void The_last_to_change_a_field_is_named_in_whatever_order_it_is_heard()
    {
        _authors.Hear(Updated(12, "Elsa Österberg", "planned_for", "unit_note"));
        _authors.Hear(Updated(11, "Testfirma AB", "planned_for"));

        Assert.Equal("Elsa Österberg", _authors.Of("planned_for", after: 10)?.Who);
        Assert.Null(_authors.Of("properties", after: 0));
    }

    [Fact]
    public void Who_changed_it_before_it_was_read_is_not_blamed_for_what_came_after()
    {
        _authors.Hear(Updated(11, "Testfirma AB", "planned_for"));

        Assert.Null(_authors.Of("planned_for", after: 11));
    }

    [Fact]
    public void Telephones_have_their_authors_too()
    {
        var e = new WorkOrderEvent { Revision = 5, Actor = new() { DisplayName = "Elsa Österberg" }, TenantContactUpdated = new() { ChangedFields = { "home_phone" } } };
        _authors.Hear(e);

        Assert.Equal("Elsa Österberg", _authors.Of("home_phone", 4)?.Who);
    }

    [Fact]
    public void What_changes_no_field_has_no_author()
    {
        _authors.Hear(new() { Revision = 5, NoteAdded = new() { Text = "x" }, Actor = new() { DisplayName = "Elsa" } });

        Assert.Null(_authors.Of("planned_for", 0));
    }

    private static WorkOrderEvent Updated(long revision, string who, params string[] fields) => new()
    {
        Revision = revision,
        Actor = new() { DisplayName = who },
        CommitTime = Timestamp.FromDateTimeOffset(DateTimeOffset.UnixEpoch),
        Updated = new() { ChangedFields = { fields } },
    };
}
