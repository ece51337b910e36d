using static WorkOrders.Domain.Tests.People;

namespace WorkOrders.Domain.Tests;

public sealed class CommandRulesTests : OrderRules
{
    [Fact]
    public void All_wrong_fields_are_told_at_once()
    {
        var command = Register() with
        {
            Details = Sink with
            {
                OrderClass = "",
                PropertyObject = new() { Number = new('9', 33), Address = new(" ") },
                Subject = new() { Description = "", Unit = "\0" },
            },
            Tenant = Tenant with { Phones = new("ring ej", Preferred: PreferredPhone.Mobile) },
            Access = Key with { Comment = "a\u202Eb" },
        };

        Assert.Equal(
            [
                new("order_class", ViolationKind.Required), new("property_object.number", ViolationKind.TooLong),
                new("property_object.address.street", ViolationKind.Required), new("subject.unit", ViolationKind.ControlCharacter),
                new("subject.description", ViolationKind.Required), new("tenant.home_phone", ViolationKind.NotAPhoneNumber),
                new("tenant.preferred_phone", ViolationKind.NoNumber), new("access.comment", ViolationKind.BidiOverride),
            ],
            command.Violations());
    }

    [Fact]
    public void A_reason_a_question_an_answer_and_an_action_must_say_something() => Assert.All(
        new Command[] { Decline(" "), Complete(" "), Reopen(" "), Cancel(" "), Note(text: " "), Ask(" "), Answer(" "), Message(" ") },
        command => Assert.Equal(ViolationKind.Required, Assert.Single(command.Violations()).Kind));

    [Fact]
    public void A_note_of_photos_alone_is_a_note()
    {
        Assert.Empty((Note() with { Photos = Photos(1) }).Violations());
        Assert.Equal([new("text", ViolationKind.Required)], Note().Violations());
        Assert.Equal([new("action_performed", ViolationKind.Required)], (Complete("") with { Photos = Photos(1) }).Violations());
    }

    [Fact]
    public void Ten_photos_come_with_one_note_and_each_once()
    {
        Assert.Empty((Note() with { Photos = Photos(10) }).Violations());
        Assert.All(new Command[] { Note() with { Photos = Photos(11) }, Complete() with { Photos = Photos(11) } },
            command => Assert.Equal([new("photo_ids", ViolationKind.TooMany)], command.Violations()));
        Assert.Equal([new("photo_ids", ViolationKind.Repeated)], (Note() with { Photos = [.. Photos(1), .. Photos(1)] }).Violations());
    }

    [Fact]
    public void A_reassignment_needs_no_reason_but_one_that_is_given_is_checked()
    {
        Assert.Empty(Reassign(reason: null).Violations());
        Assert.Equal([new("reason", ViolationKind.TooLong)], Reassign(reason: new('x', 4_001)).Violations());
    }

    [Fact]
    public void Edits_are_checked_by_the_field() => Assert.Equal(
        [new("changes.properties", ViolationKind.TooLong), new("changes.serial_number", ViolationKind.TooLong)],
        Update(new() { Properties = new(new('x', 201)), SerialNumber = new(new('1', 101)), UnitNote = new(new('x', 4_000)) }).Violations());

    [Theory]
    [InlineData("+46 (0)8-465 004 00", true)]
    [InlineData("", true)]
    [InlineData("08-46500400 ankn 3", false)]
    [InlineData("٠٧٠١٧٤٠٦٠٥", false)]
    public void A_telephone_number_is_made_of_digits_and_what_separates_them(string number, bool fine) =>
        Assert.Equal(fine, Call(new(number)).Violations().Count == 0);

    [Fact]
    public void The_form_is_judged_before_the_role_and_the_role_before_the_order()
    {
        Given(Nothing).When(Cancel("") with { By = Contractor }).ThenRefused(RefusalKind.Malformed);
        Given(Nothing).When(Cancel() with { By = Contractor }).ThenRefused(RefusalKind.NotAllowedForRole);
        Given(Nothing).When(Cancel()).ThenRefused(RefusalKind.NotFound);
    }
}
