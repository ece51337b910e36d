using System.Xml.Linq;
using WorkOrders.Board.Portal;
using WorkOrders.Board.Portal.Lists;
using WorkOrders.Board.Portal.Order;
using WorkOrders.Board.Shared;
using WorkOrders.Board.Wall;
using WorkOrders.Board.Wall.Settings;
using WorkOrders.V1;

namespace WorkOrders.Board.Tests.Shared;

public sealed class WordsTests
{
    private static readonly Dictionary<string, string> Swedish = Read("sv");
    private static readonly Dictionary<string, string> English = Read("en");

    [Fact]
    public void Swedish_and_english_say_the_same_things()
    {
        Assert.Equal(Swedish.Keys.Order(), English.Keys.Order());
        Assert.All(Swedish.Concat(English), text => Assert.False(string.IsNullOrWhiteSpace(text.Value), text.Key));
        Assert.All(Swedish, text => Assert.Equal(Holes(text.Value), Holes(English[text.Key])));
    }

    [Fact]
    public void There_is_a_word_for_everything_that_is_named_by_its_kind()
    {
        string[] named =
        [
            .. Enum.GetNames<WaitingKind>().SelectMany(k => new[] { $"Waiting.{k}", $"None.{k}" }),
            .. WaitingRules.WorstFirst.Select(k => $"Wall.Kind.{k}"),
            .. Enum.GetNames<WallLayoutKind>().Select(l => $"Wall.Layout.{l}"),
            .. WallSettings.Names.Select(n => $"Wall.Allowed.{n}"),
            .. Enum.GetNames<WorkOrderEvent.KindOneofCase>().Select(k => $"Event.{k}"),
            .. Enum.GetNames<WorkOrderStatus>().Where(s => s != "Unspecified").SelectMany(s => new[] { $"Statuses.{s}", $"Status.{s}" }),
            .. Enum.GetNames<WorkOrderType>().Where(t => t != "Unspecified").SelectMany(t => new[] { $"Type.{t}", $"Type.{t}.Short" }),
            .. Slugs.Statuses.Select(s => $"Home.Explained.{s}"),
            .. Slugs.Types.Select(t => $"Home.Explained.{t}"),
            .. ListAddress.Sorts.Select(s => $"Lists.Sort.{s}"),
            .. Place.First.SelectMany(p => new[] { p.Key, $"{p.Key}.Short" }),
            "Portal.Desk", "Portal.Desk.Short", "Portal.PlaceOrder",
            .. Enum.GetNames<OrderButton>().Select(b => $"Order.{b}"),
            .. OrderFields.Of(new()).Keys.Concat(TenantFields.Of(new()).Keys).Select(p => $"Order.Field.{p}"),
            .. NoteForm.Events(new() { AllowedCommands = { WorkOrderCommand.AddNote, WorkOrderCommand.AskQuestion } }).Select(e => $"Order.Event.{e}"),
            .. Enumerable.Range(0, 7).Select(d => $"Day.{d}"),
            .. Enumerable.Range(1, 12).Select(m => $"Month.{m}"),
        ];

        Assert.Empty(named.Except(Swedish.Keys));
    }

    [Theory]
    [InlineData("Statuses.Ordered", "Beställda", "Ordered")]
    [InlineData("Statuses.Completed", "Utförda", "Done")]
    [InlineData("Type.InspectionRound", "Rondering", "Inspection round")]
    [InlineData("Total", "Totalt", "Total")]
    public void The_guides_labels_are_used_to_the_letter(string key, string swedish, string english)
    {
        var words = new Words();

        words.Speak(Language.Swedish);
        Assert.Equal(swedish, words[key]);
        words.Speak(Language.English);
        Assert.Equal(english, words[key]);
    }

    [Fact]
    public void Screens_are_told_when_the_language_changes_and_only_then()
    {
        var words = new Words();
        words.Speak(Language.Swedish);
        var told = 0;
        words.Changed += () => told++;

        words.Speak(Language.Swedish);
        words.Speak(Language.English);

        Assert.Equal(1, told);
    }

    private static IEnumerable<char> Holes(string text) => text.Where((_, i) => i > 0 && text[i - 1] == '{').Order();

    private static Dictionary<string, string> Read(string language) =>
        Directory.GetFiles(Source.File(""), $"*.{language}.resx", SearchOption.AllDirectories)
            .SelectMany(file => XDocument.Load(file).Root!.Elements("data"))
            .ToDictionary(d => (string)d.Attribute("name")!, d => (string)d.Element("value")!);
}
