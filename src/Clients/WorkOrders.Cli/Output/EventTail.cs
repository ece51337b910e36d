using Spectre.Console;
using WorkOrders.Client;
using WorkOrders.V1;

namespace WorkOrders.Cli.Output;

/// <summary>A line for each event on standard output, and a line for each change of the connection on standard error.</summary>
internal sealed class EventTail(Screen screen)
{
    private bool _wasLive;

    public void Write(WatchedItem item)
    {
        if (screen.Json)
        {
            if (item.Item is { } raw)
                Screen.Line(raw);
            return;
        }

        var line = item.Kind switch
        {
            WatchedKind.Event => EventLine.Of(item.Event!, screen.Words),
            WatchedKind.State => EventLine.Of(item.State!.Summary, screen.Words),
            WatchedKind.Left => $"{"",8}  [bold]{item.Number}[/]  [#7F8894]{screen.Words["har lämnat er", "has left you"]}[/]  [dim]#{item.Revision}[/]",
            _ => null,
        };
        if (line is not null)
            screen.Out.MarkupLine(line);
    }

    public void Connection(WatchState state)
    {
        var words = screen.Words;
        if (state == WatchState.Live)
            Say("green", words["Live.", "Live."]);
        else if (state == WatchState.Connecting && _wasLive)
            Say("#FF6B4A", words["Kontakt bruten – försöker igen …", "Connection lost – trying again …"]);
        _wasLive = state == WatchState.Live || (_wasLive && state == WatchState.CatchingUp);
    }

    private void Say(string colour, string text)
    {
        if (!screen.Json)
            screen.Error.MarkupLine($"[{colour}]{Screen.Safe(text)}[/]");
    }
}
