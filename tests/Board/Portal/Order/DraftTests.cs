using WorkOrders.Board.Portal.Order;

namespace WorkOrders.Board.Tests.Portal.Order;

public sealed class DraftTests
{
    private const string Planned = "planned_for";
    private const string Action = "action_performed";

    private static readonly Draft Loaded = Draft.Of(Values("", "", ""), revision: 10);

    [Fact]
    public void What_somebody_else_changes_just_appears_where_nothing_was_typed()
    {
        var draft = Loaded.Type(Action, "Bytt blandare").Now(Values("2026-12-01", "", ""), 11);

        Assert.Equal("2026-12-01", draft[Planned].Mine);
        Assert.Equal("Bytt blandare", draft[Action].Mine);
        Assert.Empty(draft.Conflicts);
        Assert.Equal([Action], draft.Unsaved);
    }

    [Fact]
    public void What_was_typed_stays_beside_what_somebody_else_has_written()
    {
        var draft = Loaded.Type(Planned, "2026-11-30").Now(Values("2026-12-01", "", ""), 11);

        Assert.Equal([Planned], draft.Conflicts);
        Assert.Equal("2026-11-30", draft[Planned].Mine);
        Assert.Equal("2026-12-01", draft[Planned].Theirs);
        Assert.Equal(10, draft[Planned].Since);
    }

    [Fact]
    public void The_same_from_both_is_no_conflict_and_nothing_to_save()
    {
        var draft = Loaded.Type(Action, "Bytt blandare ").Now(Values("", "Bytt blandare", ""), 11);

        Assert.Empty(draft.Conflicts);
        Assert.Empty(draft.Unsaved);
        Assert.Equal("Bytt blandare ", draft[Action].Mine); // no character is taken from under the caret
    }

    [Theory]
    [InlineData("rad ett\nrad två", "rad ett\r\nrad två")]
    [InlineData("  text\t", "text")]
    [InlineData("", "   ")]
    public void White_space_at_the_ends_and_kinds_of_line_ends_are_no_difference(string mine, string theirs) =>
        Assert.Empty(Loaded.Type(Action, mine).Now(Values("", theirs, ""), 11).Unsaved);

    [Fact]
    public void Changed_again_it_is_still_one_conflict_with_what_they_have_now()
    {
        var draft = Loaded.Type(Planned, "2026-11-30").Now(Values("2026-12-01", "", ""), 11).Now(Values("2026-12-02", "", ""), 12);

        Assert.Equal([Planned], draft.Conflicts);
        Assert.Equal("2026-12-02", draft[Planned].Theirs);
        Assert.Equal("2026-11-30", draft[Planned].Mine);
    }

    [Fact]
    public void Taken_back_by_them_nothing_stands_against_what_was_typed()
    {
        var draft = Loaded.Type(Planned, "2026-11-30").Now(Values("2026-12-01", "", ""), 11).Now(Values("", "", ""), 12);

        Assert.Empty(draft.Conflicts);
        Assert.Equal([Planned], draft.Unsaved);
    }

    [Fact]
    public void Typed_back_to_what_it_was_their_change_still_waits_for_a_choice_and_nothing_moves_under_the_caret()
    {
        var draft = Loaded.Type(Planned, "2026-11-30").Now(Values("2026-12-01", "", ""), 11).Type(Planned, "");

        Assert.Equal([Planned], draft.Conflicts);
        Assert.Equal("", draft.Now(Values("2026-12-01", "", ""), 12)[Planned].Mine);
    }

    [Fact]
    public void Kept_mine_is_what_will_be_saved_and_no_conflict_any_more()
    {
        var draft = Loaded.Type(Planned, "2026-11-30").Now(Values("2026-12-01", "", ""), 11).KeepMine(Planned);

        Assert.Empty(draft.Conflicts);
        Assert.Equal([Planned], draft.Unsaved);
        Assert.Equal("2026-11-30", draft[Planned].Mine);
        Assert.Equal(11, draft[Planned].Since);
    }

    [Fact]
    public void Kept_mine_is_a_conflict_again_when_they_change_it_again()
    {
        var draft = Loaded.Type(Planned, "2026-11-30").Now(Values("2026-12-01", "", ""), 11).KeepMine(Planned)
            .Now(Values("2026-12-01", "", ""), 12);
        Assert.Empty(draft.Conflicts);

        Assert.Equal([Planned], draft.Now(Values("2026-12-03", "", ""), 13).Conflicts);
    }

    [Fact]
    public void Taken_theirs_leaves_nothing_to_save()
    {
        var draft = Loaded.Type(Planned, "2026-11-30").Now(Values("2026-12-01", "", ""), 11).TakeTheirs(Planned);

        Assert.Equal("2026-12-01", draft[Planned].Mine);
        Assert.Empty(draft.Conflicts);
        Assert.Empty(draft.Unsaved);
    }

    [Fact]
    public void One_field_in_conflict_holds_back_no_other()
    {
        var draft = Loaded.Type(Planned, "2026-11-30").Type(Action, "Bytt").Now(Values("2026-12-01", "", "Är rostig"), 11);

        Assert.Equal([Planned], draft.Conflicts);
        Assert.Equal([Planned, Action], draft.Unsaved.Order().Reverse());
        Assert.Equal("Är rostig", draft["unit_note"].Mine);
    }

    [Fact]
    public void Saved_is_what_was_sent_and_what_was_typed_meanwhile_is_still_to_be_saved()
    {
        var sent = new Dictionary<string, string> { [Action] = "Bytt" };
        var draft = Loaded.Type(Action, "Bytt blandare").Saved(sent, Values("2026-12-01", "Bytt", ""), 11);

        Assert.Equal([Action], draft.Unsaved);
        Assert.Empty(draft.Conflicts);
        Assert.Equal("Bytt blandare", draft[Action].Mine);
        Assert.Equal("2026-12-01", draft[Planned].Mine);
    }

    [Fact]
    public void Saved_is_shown_as_the_server_has_it()
    {
        var draft = Loaded.Type(Action, " Bytt ").Saved(new Dictionary<string, string> { [Action] = " Bytt " }, Values("", "Bytt", ""), 11);

        Assert.Equal("Bytt", draft[Action].Mine);
        Assert.Empty(draft.Unsaved);
    }

    [Fact]
    public void A_saved_answer_that_was_lost_is_no_conflict_with_oneself()
    {
        // the server had taken it in, the answer never came, and the order was read again
        var draft = Loaded.Type(Action, "Bytt").Now(Values("", "Bytt", ""), 11);

        Assert.Empty(draft.Conflicts);
        Assert.Empty(draft.Unsaved);
    }

    [Fact]
    public void Discarded_is_as_the_server_has_it_now()
    {
        var draft = Loaded.Type(Planned, "2026-11-30").Now(Values("2026-12-01", "", ""), 11).Discard();

        Assert.Equal("2026-12-01", draft[Planned].Mine);
        Assert.Empty(draft.Unsaved);
    }

    [Fact]
    public void What_was_kept_is_taken_up_again_and_what_they_did_meanwhile_is_told()
    {
        var kept = Loaded.Type(Planned, "2026-11-30").Type(Action, "Bytt").Keep();

        var draft = Draft.Of(Values("2026-12-01", "", "Är rostig"), revision: 15).Restore(kept);

        Assert.Equal([Planned], draft.Conflicts);
        Assert.Equal("2026-11-30", draft[Planned].Mine);
        Assert.Equal("Bytt", draft[Action].Mine);
        Assert.Equal("Är rostig", draft["unit_note"].Mine);
        Assert.Equal(10, draft[Planned].Since);
    }

    [Fact]
    public void Only_what_is_unsaved_is_kept()
    {
        Assert.Empty(Loaded.Keep());
        Assert.Equal([Action], Loaded.Type(Action, "Bytt").Keep().Keys);
        Assert.Empty(Loaded.Type(Action, "Bytt").Type(Action, "").Keep());
    }

    [Fact]
    public void What_was_saved_meanwhile_by_another_tab_is_not_offered_again()
    {
        var kept = Loaded.Type(Action, "Bytt").Keep();

        Assert.Empty(Draft.Of(Values("", "Bytt", ""), 12).Restore(kept).Unsaved);
    }

    [Theory]
    // base, mine, theirs → unsaved, in conflict
    [InlineData("a", "a", "a", false, false)]
    [InlineData("a", "b", "a", true, false)]
    [InlineData("a", "b", "b", false, false)]
    [InlineData("a", "b", "c", true, true)]
    [InlineData("a", "", "c", true, true)]
    [InlineData("a", "b", "", true, true)]
    [InlineData("", "b", "", true, false)]
    [InlineData("a", "", "", false, false)]
    public void A_field_is_in_conflict_when_both_have_changed_it_to_different_things(
        string before, string mine, string theirs, bool unsaved, bool conflict)
    {
        var field = new FieldEdit(before, mine, before, 1).Now(theirs, 2);

        Assert.Equal(unsaved, field.IsUnsaved);
        Assert.Equal(conflict, field.IsConflict);
        if (unsaved)
            Assert.Equal(mine, field.Mine);
    }

    [Fact]
    public void Whatever_happens_in_whatever_order_nothing_that_was_typed_is_lost_but_by_choice()
    {
        var random = new Random(2375);
        string[] texts = ["", "a", "b", "c"];
        for (var run = 0; run < 2_000; run++)
        {
            var (draft, typed, theirs) = (Loaded, (string?)null, "");
            for (var step = 0; step < 12; step++)
            {
                var text = texts[random.Next(texts.Length)];
                switch (random.Next(4))
                {
                    case 0:
                        (draft, typed) = (draft.Type(Action, text), text);
                        break;
                    case 1:
                        theirs = text;
                        draft = draft.Now(Values("", theirs, ""), 11 + step);
                        break;
                    case 2 when draft.Conflicts.Any():
                        draft = draft.KeepMine(Action);
                        break;
                    case 3 when !draft.Conflicts.Any() && draft.Unsaved.Any():
                        theirs = draft[Action].Mine;
                        draft = draft.Saved(new Dictionary<string, string> { [Action] = theirs }, Values("", theirs, ""), 11 + step);
                        typed = null;
                        break;
                }
                Assert.Equal(theirs, draft[Action].Theirs);
                // either it is on the screen, or the server has had it
                if (draft.Unsaved.Any() && typed is not null)
                    Assert.Equal(typed, draft[Action].Mine);
                if (!draft.Unsaved.Any())
                    Assert.Equal(theirs, draft[Action].Mine);
                // what is saved never overwrites what was not seen
                if (!draft.Conflicts.Any() && draft.Unsaved.Any())
                    Assert.Equal(draft[Action].Base, draft[Action].Theirs);
            }
        }
    }

    private static Dictionary<string, string> Values(string planned, string action, string note) =>
        new() { [Planned] = planned, [Action] = action, ["unit_note"] = note };
}
