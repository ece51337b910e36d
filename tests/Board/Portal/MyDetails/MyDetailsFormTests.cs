using WorkOrders.Board.Portal.MyDetails;
using WorkOrders.V1;

namespace WorkOrders.Board.Tests.Portal.MyDetails;

public sealed class MyDetailsFormTests
{
    [Fact]
    public void An_empty_new_password_is_no_change_even_if_a_browser_has_filled_in_the_present_one()
    {
        var form = Form();
        form.CurrentPassword = "Testfirma-demo-1";

        Assert.Empty(Wrong(form));
        Assert.Equal("", form.ToRequest().CurrentPassword);
        Assert.Equal("", form.ToRequest().NewPassword);
    }

    [Fact]
    public void A_first_sign_in_needs_both_passwords() =>
        Assert.Equal(["current_password", "new_password"], Wrong(Form(firstSignIn: true)));

    [Fact]
    public void A_new_password_needs_the_present_one() => Assert.Equal(["current_password"], Wrong(Changing("", "Ett-nytt-1", "Ett-nytt-1")));

    [Theory]
    [InlineData(7, "new_password")]
    [InlineData(8, null)]
    [InlineData(30, null)]
    [InlineData(31, "new_password")]
    public void A_password_has_8_to_30_characters(int length, string? wrong)
    {
        var password = new string('x', length);

        Assert.Equal(wrong is null ? [] : [wrong], Wrong(Changing("Gammalt-1", password, password)));
    }

    [Theory]
    [InlineData("Ett-nytt-1", "Ett-nytt-2")]
    [InlineData("Ett-nytt-1", "")]
    [InlineData("Ett-nytt-1", "ett-nytt-1")]
    public void A_new_password_is_typed_twice(string once, string twice) =>
        Assert.Equal([MyDetailsForm.ConfirmPassword], Wrong(Changing("Gammalt-1", once, twice)));

    [Fact]
    public void A_password_that_is_confirmed_but_not_given_is_missed() =>
        Assert.Equal(["new_password", MyDetailsForm.ConfirmPassword], Wrong(Changing("Gammalt-1", "", "Ett-nytt-1")));

    [Fact]
    public void Name_and_e_mail_are_required()
    {
        var form = Form();
        (form.Details.Name, form.Details.Email) = (" ", "");

        Assert.Equal(["contact_details.name", "contact_details.email"], Wrong(form));
    }

    [Fact]
    public void What_is_typed_touches_the_form_and_never_the_account()
    {
        var account = Account(false);
        var form = new MyDetailsForm(account);
        Assert.True(form.IsUntouched);

        form.Details.Fax = "08-1";

        Assert.False(form.IsUntouched);
        Assert.Equal("", account.ContactDetails.Fax);
        Assert.Equal("08-1", form.ToRequest().ContactDetails.Fax);
    }

    private static IEnumerable<string> Wrong(MyDetailsForm form) => form.Problems(8, 30).Select(p => p.Field);

    private static MyDetailsForm Changing(string current, string once, string twice)
    {
        var form = Form();
        (form.CurrentPassword, form.NewPassword, form.ConfirmedPassword) = (current, once, twice);
        return form;
    }

    private static MyDetailsForm Form(bool firstSignIn = false) => new(Account(firstSignIn));

    private static Account Account(bool firstSignIn) => new()
    {
        UserName = "1999/99999",
        FirstSignIn = firstSignIn,
        ContactDetails = new() { Name = "Testfirma AB", Email = "test@testmail.com" },
    };
}
