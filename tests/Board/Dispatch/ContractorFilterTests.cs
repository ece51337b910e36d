using WorkOrders.Board.Dispatch.Contractors;
using WorkOrders.Board.Shared;
using WorkOrders.V1;

namespace WorkOrders.Board.Tests.Dispatch;

public sealed class ContractorFilterTests
{
    private static readonly ContractorAccount[] All =
    [
        new()
        {
            Contractor = new() { Id = "1999/99999", Name = "Testfirma AB" },
            People = { new PersonAccount { UserName = "1999/99999-anna", DisplayName = "Anna Öberg", Email = "anna@example.com" } },
        },
        new() { Contractor = new() { Id = "1999/10001", Name = "Söderorts Rörjour AB" }, MachineClients = { new MachineClientAccount { ClientId = "rorjouren" } } },
    ];

    [Theory]
    [InlineData("", 2)]
    [InlineData("ab", 2)]
    [InlineData("rörjour", 1)]
    [InlineData("öberg 99999", 1)]
    [InlineData("ROR", 1)]
    [InlineData("öberg rörjour", 0)]
    public void All_words_must_be_found_in_names_and_numbers(string text, int count) => Assert.Equal(count, All.Matching(text).Count);

    [Fact]
    public void There_is_a_word_for_every_deed_and_every_group()
    {
        var words = new Words();
        string[] keys =
        [
            .. Enum.GetNames<Deed>().Select(d => $"Contractors.Sure.{d}"),
            .. Enum.GetNames<Attention>().Where(a => a != nameof(Attention.Unspecified)).SelectMany(a => new[] { $"Attention.{a}", $"Attention.{a}.Nothing" }),
            "Keyboard.Pick", "Keyboard.Reassign", "Portal.Dispatch",
        ];
        Assert.DoesNotContain(keys, key => words[key] == key);
    }
}
