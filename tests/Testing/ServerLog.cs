using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace WorkOrders.Testing;

/// <summary>What a server in the test's process has logged: a line for each entry, <c>Warning category: text</c>.</summary>
public sealed class ServerLog : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyCollection<string> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Category(ServerLog log, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log._lines.Enqueue($"{logLevel} {name}: {formatter(state, exception)}{(exception is null ? "" : $" | {exception}")}");
    }
}
