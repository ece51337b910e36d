using static WorkOrders.Domain.Tests.People;

namespace WorkOrders.Domain.Tests;

public sealed class LogEntriesTests : OrderRules
{
    private static readonly DateOnly Tomorrow = new(2019, 8, 20);

    [Fact]
    public void The_guides_scenario_gives_the_guides_five_rows() => Assert.Equal(
        """
        Beställningssvar | Beställningssvar | Ja byt blandaren
        AO Information | Beställningsfråga | Beställningsfråga Ska blandaren bytas?
        AO Information | AO Information | Tid är bokad med kund
        AO Information | AO Accepterad | Accepterad
        AO Information | AO Registrerad och Beställd | 
        """,
        string.Join('\n', Enumerable.Reverse(Log(RegisterAndPlace(), Accept(), Note(Booked), Ask(), Answer()))
            .Select(row => $"{row.Type} | {row.Name} | {row.Text}")));

    [Fact]
    public void A_row_tells_when() => Assert.Equal(Now.AddHours(1), Log(RegisterAndPlace(), Accept() with { At = Now.AddHours(1) })[^1].At);

    [Fact]
    public void Everything_else_has_its_row_too()
    {
        Assert.Equal(("AO Registrerad", ""), Last(Registered));
        Assert.Equal(("AO Beställd", "Testfirma AB"), Last([.. Registered, Place()]));
        Assert.Equal(("AO Beställd", "Testfirma AB Hinner inte"), Last([.. Registered, Place() with { Reason = "Hinner inte" }]));
        Assert.Equal(("AO Omplacerad", "Rörmokarna i Farsta Hinner inte"), Last([.. Placed, Reassign()]));
        Assert.Equal(("AO Omplacerad", "Rörmokarna i Farsta"), Last([.. Placed, Reassign(reason: null)]));
        Assert.Equal(("AO Avslagen", "Fel bransch"), Last(Declined));
        Assert.Equal(("AO Utförd", "Bytt blandare"), Last(Completed));
        Assert.Equal(("AO Återöppnad", "Droppar igen"), Last([.. Completed, Reopen()]));
        Assert.Equal(("AO Fakturerad", ""), Last(Invoiced));
        Assert.Equal(("AO Makulerad", "Dubblett"), Last(Cancelled));
        Assert.Equal(("AO Information", "Tid är bokad med kund kl. 8"), Last([.. Placed, Note(Booked, "kl. 8")]));
        Assert.Equal(("Meddelande till beställare", "Är på plats 8:00"), Last([.. Placed, Message()]));
        Assert.Equal(("AO Buntad", "64010765-20190819-1-1"), Last([.. Placed, JoinBundle()]));
        Assert.Equal(("AO Utbruten ur bunt", "64010765-20190819"), Last([.. Placed, LeaveBundle()]));
        Assert.Equal(("Prioritet ändrad", "Akut"), Last([.. Placed, Prioritize(Priority.Emergency)]));
        Assert.Equal(("Hyresgäst kontaktad", "Kommer tisdag"), Last([.. Placed, Contact("Kommer tisdag")]));
        Assert.Equal(("AO Pausad", "Väntar på reservdelar/material: Packning beställd"), Last([.. Accepted, PauseFor()]));
        Assert.Equal(("AO Återupptagen", "Väntar på reservdelar/material"), Last([.. Accepted, PauseFor(), Resume()]));
    }

    [Fact]
    public void Photos_stand_in_the_row_of_what_they_came_with()
    {
        Assert.Equal(Photos(), Log([.. Placed, Note(text: "Se foto") with { Photos = Photos() }])[^1].Photos);
        Assert.Equal(Photos(), Log([.. Accepted, Complete() with { Photos = Photos() }])[^1].Photos);
        Assert.Empty(Log([.. Placed, Note(Booked)])[^1].Photos);
    }

    [Fact]
    public void An_edit_tells_what_was_set_and_what_was_taken_away()
    {
        var set = Update(new() { PlannedFor = new(Tomorrow), SerialNumber = new("1234"), ActionPerformed = new("Bytt pack") });
        var cleared = Update(new() { PlannedFor = new(null), SerialNumber = new("") });

        Assert.Equal(("AO Uppdaterad", "Planerad 2019-08-20, Serienummer 1234, Utförd åtgärd"), Last([.. Placed, set]));
        Assert.Equal(("AO Uppdaterad", "Planerad borttagen, Serienummer borttagen"), Last([.. Placed, set, cleared]));
        Assert.Equal(("Kunduppgifter ändrade", "Telefon bostad, Nummer att använda"),
            Last([.. Placed, Call(new("070-1740605", "", "0788888888", PreferredPhone.Mobile))]));
    }

    [Fact]
    public void A_row_says_whether_the_tenant_learns_of_it()
    {
        Command[][] seen =
        [
            Accepted, Completed, Cancelled, [.. Placed, Note(Booked, "kl. 8")], [.. Placed, Update(new() { PlannedFor = new(Tomorrow) })],
            // what takes back something that was seen
            [.. Placed, Reassign()], Declined, [.. Completed, Reopen()],
            [.. Placed, Update(new() { PlannedFor = new(Tomorrow) }), Update(new() { PlannedFor = new(null) })],
        ];
        Assert.All(seen, commands => Assert.True(Log(commands)[^1].TenantVisible));
    }

    [Fact]
    public void The_tenant_sees_nothing_else()
    {
        Command[][] hidden =
        [
            Registered, Placed, [.. Registered, Place()], Invoiced,
            [.. Placed, Note(text: "Portkod 1234")], [.. Placed, Ask()], [.. Placed, Ask(), Answer()], [.. Placed, Message()],
            [.. Placed, Update(new() { UnitNote = new("Är rostig") })], [.. Placed, Call(new("070-1740605"))],
            [.. Placed, JoinBundle()], [.. Placed, LeaveBundle()],
        ];
        Assert.All(hidden, commands => Assert.False(Log(commands)[^1].TenantVisible));
    }

    [Fact]
    public void A_standard_phrase_reaches_the_tenant_only_with_its_flag() => Assert.Equal(
        ["Felet stämmer inte med vad som står på AO", "Sökt kund men telefonnummer stämmer ej"],
        StandardPhrases.Seed.Where(phrase => !Log([.. Placed, Note(phrase)])[^1].TenantVisible).Select(phrase => phrase.Text));

    [Fact]
    public void The_catalogue_is_seeded_with_the_guides_ten_phrases() =>
        Assert.Equal(10, StandardPhrases.Seed.DistinctBy(p => p.Text).Count());

    /// <summary>The rows that the commands leave, oldest first.</summary>
    private static List<LogEntry> Log(params Command[] commands) => [.. Steps(commands).Select(step => LogEntries.Of(step.Event))];

    private static (string Name, string Text) Last(Command[] commands) => (Log(commands)[^1].Name, Log(commands)[^1].Text);
}
