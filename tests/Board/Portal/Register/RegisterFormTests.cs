using WorkOrders.Board.Portal.Register;
using WorkOrders.V1;

namespace WorkOrders.Board.Tests.Portal.Register;

public sealed class RegisterFormTests
{
    private static readonly PropertyObject Torogatan = new()
    {
        Number = "64010765", Kind = "3 rum och kök", Floors = 2, District = "Farsta SDF",
        Address = new() { Street = "Torögatan 51", PostalCode = "12265", Town = "Enskede" },
    };

    private static readonly PropertyObject Bordsvagen = new()
    {
        Number = "64010800", Kind = "Lokal", Address = new() { Street = "Bordsvägen 3", PostalCode = "12232", Town = "Enskede" },
    };

    [Fact]
    public void A_known_object_fills_in_its_address_and_the_rest()
    {
        var form = Form("64010765");

        Assert.True(form.Fill(Torogatan));

        Assert.Equal(Torogatan, form.ToRequest().PropertyObject);
    }

    [Fact]
    public void What_somebody_has_typed_stays()
    {
        var form = Form("64010765");
        form.Object.Address.Street = "Torögatan 51 B";

        form.Fill(Torogatan);

        Assert.Equal("Torögatan 51 B", form.Object.Address.Street);
        Assert.Equal("12265", form.Object.Address.PostalCode);
    }

    [Fact]
    public void Another_object_takes_the_place_of_what_was_filled_in_and_of_nothing_else()
    {
        var form = Form("64010765");
        form.Fill(Torogatan);
        form.Object.Address.Town = "Stockholm";

        form.Object.Number = "64010800";
        form.Fill(Bordsvagen);

        Assert.Equal(new Address { Street = "Bordsvägen 3", PostalCode = "12232", Town = "Stockholm" }, form.Object.Address);
        Assert.Equal("Lokal", form.Object.Kind);
        Assert.Equal("", form.Object.District);
    }

    [Fact]
    public void An_unknown_object_leaves_nothing_of_the_known_one()
    {
        var form = Form("64010765");
        form.Fill(Torogatan);

        form.Object.Number = "1";
        Assert.False(form.Fill(null));

        Assert.Equal(new PropertyObject { Number = "1", Address = new() }, form.Object);
    }

    [Fact]
    public void A_post_code_may_be_written_with_a_space()
    {
        var form = Form("1");
        form.Object.Address.PostalCode = " 122 65 ";

        Assert.Equal("12265", form.ToRequest().PropertyObject.Address.PostalCode);
        Assert.Equal(" 122 65 ", form.Object.Address.PostalCode);
    }

    [Fact]
    public void It_is_one_wish_for_its_life_and_another_one_after_that()
    {
        var form = Form("1");
        var id = form.ToRequest().RequestId;
        form.Subject.Description = "Droppar";

        Assert.Equal(id, form.ToRequest().RequestId);
        Assert.True(Guid.TryParse(id, out _));
        Assert.NotEqual(id, new RegisterForm().Wish.RequestId);
        form.IsAnother();
        Assert.NotEqual(id, form.ToRequest().RequestId);
    }

    [Fact]
    public void A_draft_comes_back_as_it_was_with_its_request_id_and_knowing_what_nobody_typed()
    {
        var form = Form("64010765");
        form.Fill(Torogatan);
        form.Subject.Description = "Rad 1\nRad 2 \U0001F6B0 <b>";

        var again = RegisterForm.Read(form.Write())!;

        Assert.Equal(form.Wish, again.Wish);
        again.Fill(null);
        Assert.Equal("", again.Object.Address.Street);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("AAAA AAAA")]
    [InlineData(" ")]
    [InlineData("%%% %%%")]
    public void What_is_no_draft_is_none(string? draft) => Assert.Null(RegisterForm.Read(draft));

    private static RegisterForm Form(string number) => new() { Object = { Number = number } };
}
