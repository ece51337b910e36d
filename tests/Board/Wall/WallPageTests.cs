using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using WorkOrders.Board.Shared;
using WorkOrders.Board.Live;
using WorkOrders.Board.Wall;
using WorkOrders.Board.Wall.Settings;
using WorkOrders.V1;
using static WorkOrders.Board.Tests.Wall.Given;

namespace WorkOrders.Board.Tests.Wall;

/// <summary>The panels as markup, without a browser.</summary>
public sealed partial class WallPageTests
{
    private static readonly WorkOrderSummary[] Orders =
    [
        .. Enumerable.Range(1, 40).Select(n => Order(n, with: o => { o.OpenQuestions = 1; o.OldestOpenQuestionAt = o.OrderedAt; o.PlannedFor = "2026-11-01"; })),
        .. Enumerable.Range(50, 9).Select(n => Order(n, WorkOrderStatus.Declined)),
    ];

    [Theory]
    [InlineData(WaitingKind.OpenQuestion, 40, 4)]
    [InlineData(WaitingKind.NotAccepted, 40, 4)]
    [InlineData(WaitingKind.Declined, 9, 2)]
    [InlineData(WaitingKind.Overdue, 40, 2)]
    public async Task A_list_never_grows_beyond_its_rows(WaitingKind kind, int total, int shown)
    {
        var html = await Render<WaitingPanel>(Language.Swedish, Panel(kind));

        Assert.Equal(shown, Row().Count(html) - 1);
        Assert.Contains($"+{total - shown} till", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Contains($">{total}</p>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.Swedish)]
    [InlineData(Language.English)]
    public async Task Every_word_on_the_wall_has_a_text_and_every_status_a_shape_beside_its_word(Language language)
    {
        var state = Showing(Orders) with { Newest = [.. EveryKind.Of.Values.Select(h => h.ToEvent())] };
        string[] parts =
        [
            .. await Task.WhenAll(WaitingRules.WorstFirst.Select(kind => Render<WaitingPanel>(language, Panel(kind)))),
            .. await Task.WhenAll(WaitingRules.WorstFirst.Select(kind => Render<WaitingPanel>(language, Panel(kind, none: true)))),
            await Render<NewestEvents>(language, new() { ["Events"] = state.Newest, ["Recent"] = new Recent(TimeProvider.System) }),
            await Render<StatusTable>(language, new() { ["Counts"] = state.Matrix, ["Recent"] = new Recent(TimeProvider.System) }),
            await Render<ContractorTable>(language, new() { ["Contractors"] = state.Contractors.Values, ["Recent"] = new Recent(TimeProvider.System) }),
            await Render<WallHeader>(language, new() { ["Now"] = Noon, ["Contact"] = new Contact(TimeProvider.System, new ServerClock(TimeProvider.System)), ["Rotation"] = new Rotation(TimeProvider.System) }),
        ];

        Assert.All(parts, html => Assert.DoesNotMatch(Key(), html));
        var matrix = parts[^3];
        Assert.Equal(7, matrix.Split("scope=\"row\"").Length - 1);
        Assert.Equal(7, matrix.Split("<svg").Length - 1);
    }

    [Fact]
    public async Task Nothing_on_the_wall_has_an_inline_style()
    {
        var html = await Render<WaitingPanel>(Language.Swedish, Panel(WaitingKind.Overdue)) + await Render<StatusTable>(
            Language.Swedish, new() { ["Counts"] = Showing(Orders).Matrix, ["Recent"] = new Recent(TimeProvider.System) });

        Assert.DoesNotContain("style=", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Markup_in_a_name_is_shown_as_text()
    {
        var state = Showing(Order(1, with: o => { o.Street = "<b>Torögatan</b>"; o.Contractor = new() { Id = "1999/1", Name = "<script>alert(1)</script>" }; }));

        var html = await Render<WaitingPanel>(Language.Swedish, Panel(WaitingKind.NotAccepted, state: state));

        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
    }

    private static Dictionary<string, object?> Panel(WaitingKind kind, bool none = false, BoardState? state = null)
    {
        state ??= none ? Showing() : Showing(Orders);
        return new() { ["List"] = state[kind], ["State"] = state, ["Now"] = Noon, ["Recent"] = new Recent(TimeProvider.System) };
    }

    internal static async Task<string> Render<T>(Language language, Dictionary<string, object?> parameters) where T : IComponent
    {
        var words = new Words();
        words.Speak(language);
        await using var services = new ServiceCollection().AddSingleton(words).AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }

    [GeneratedRegex("class=\"row[ \"]")]
    private static partial Regex Row();

    // a key of the resource files that has no text is shown as itself
    [GeneratedRegex(@">\s*[A-Z]\w+\.[A-Z]\w+")]
    private static partial Regex Key();
}
