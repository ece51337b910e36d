namespace WorkOrders.Domain.Tests;

public sealed class InvoiceReferenceTests : OrderRules
{
    [Fact]
    public void It_is_AO_and_the_number() => Assert.Equal("AO2375", Order(Placed)!.Invoice.Reference.ToString());

    [Theory]
    [InlineData("AO2375", 2375)]
    [InlineData("AO1", 1)]
    [InlineData("AO9223372036854775807", long.MaxValue)]
    public void It_is_read_as_it_is_written(string text, long number) =>
        Assert.Equal(new InvoiceReference(number), InvoiceReference.Parse(text));

    [Theory]
    [InlineData("AO 2375")]
    [InlineData("AO-2375")]
    [InlineData("ao2375")]
    [InlineData("Ao2375")]
    [InlineData("2375")]
    [InlineData("AO")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData(" AO2375")]
    [InlineData("AO2375 ")]
    [InlineData("AO2375\n")]
    [InlineData("AO2375\0")]
    [InlineData("AO+2375")]
    [InlineData("AO2375.")]
    [InlineData("AO2,375")]
    [InlineData("AO02375")]
    [InlineData("AO0")]
    [InlineData("AO٢٣٧٥")]
    [InlineData("ＡＯ2375")]
    [InlineData("AO9223372036854775808")]
    [InlineData("AO2375AO2376")]
    public void Anything_else_is_no_reference(string? text) => Assert.Null(InvoiceReference.Parse(text));
}
