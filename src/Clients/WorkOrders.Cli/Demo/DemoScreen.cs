using Spectre.Console;
using WorkOrders.Cli.Output;
using WorkOrders.Client;
using WorkOrders.V1;

namespace WorkOrders.Cli.Demo;

/// <summary>Shows the day: a line for each event as the watch brings it, and a bar below them if somebody is looking.</summary>
internal sealed class DemoScreen(Screen screen)
{
    private bool _lost;

    public async Task RunAsync(int beats, Func<Action, Task> play)
    {
        if (!screen.IsLive)
        {
            await play(static () => { });
            return;
        }

        await screen.Out.Progress()
            .Columns(
                new SpinnerColumn(), new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async progress =>
            {
                var day = progress.AddTask(screen.Words["Dagen", "The day"], maxValue: beats);
                await play(() => day.Increment(1));
            });
    }

    public void Show(WorkOrderEvent e)
    {
        if (screen.Json)
            Screen.Line(e);
        else
            screen.Out.MarkupLine(EventLine.Of(e, screen.Words));
    }

    public void Connection(WatchState state)
    {
        var words = screen.Words;
        if (state == WatchState.Connecting && !_lost)
            _lost = true;
        else if (state == WatchState.Live && _lost)
            _lost = false;
        else
            return;
        Say(_lost ? $"[#FF6B4A]{words["Ansluter …", "Connecting …"]}[/]" : $"[green]{words["Live.", "Live."]}[/]");
    }

    public void Say(string markup)
    {
        if (!screen.Json)
            screen.Out.MarkupLine(markup);
    }

    public void FiveRows(long number, bool exact, IEnumerable<LogEntry> log)
    {
        if (screen.Json)
            return;
        LogTable.Write(log, screen);
        Say(exact
            ? $"[green]{screen.Words[$"{number}: guidens fem rader, exakt.", $"{number}: the guide's five rows, exactly."]}[/]"
            : $"[#FF6B4A]{screen.Words[$"{number}: raderna är inte guidens.", $"{number}: the rows are not the guide's."]}[/]");
    }

    public void Summary(AuditResult result, IReadOnlyCollection<Played> stories)
    {
        var words = screen.Words;
        var statuses = stories.GroupBy(story => story.Status).OrderBy(group => group.Key)
            .Select(group => $"{Vocabulary.Status.Of(group.Key, words).ToLowerInvariant()} {group.Count()}");
        Say("");
        foreach (var fault in result.Faults)
            Say($"[#FF6B4A]{Screen.Safe(fault)}[/]");
        Say($"{stories.Count} {words["arbetsorder spelade", "work orders played"]}: {string.Join(", ", statuses)}");
        if (words.Culture.TwoLetterISOLanguageName == "sv")
            Say($"{result.Events} händelser, {result.Missing} saknas, {result.Doubled} dubbla");
        Say($"[{(result.IsClean ? "green" : "#FF6B4A")}]{result.Events} events, {result.Missing} missing, {result.Doubled} doubled[/]");
    }
}
