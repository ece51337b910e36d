using Microsoft.Extensions.Logging;

namespace WorkOrders.Client.Tests;

/// <summary>What the library has logged, and what it is about to.</summary>
internal sealed class Heard : ILoggerProvider, ILogger
{
    private readonly Lock _lock = new();
    private readonly List<string> _lines = [];
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lock)
                return [.. _lines];
        }
    }

    public async Task WaitForAsync(string text, CancellationToken stop)
    {
        while (true)
        {
            Task more;
            lock (_lock)
            {
                if (_lines.Exists(line => line.Contains(text, StringComparison.Ordinal)))
                    return;
                more = _more.Task;
            }

            await more.WaitAsync(stop);
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_lock)
        {
            _lines.Add(formatter(state, exception));
            var more = _more;
            _more = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            more.SetResult();
        }
    }

    public void Dispose()
    {
    }
}
