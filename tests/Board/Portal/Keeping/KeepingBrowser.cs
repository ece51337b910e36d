using Microsoft.JSInterop;
using WorkOrders.Board.Portal.Keeping;

namespace WorkOrders.Board.Tests.Portal.Keeping;

/// <summary>As much of a browser as it takes to keep the feed's place.</summary>
internal sealed class KeepingBrowser : IJSRuntime, IJSObjectReference
{
    public StoredPlace? Place { get; set; }

    /// <summary>A private window, a full disk.</summary>
    public bool IsFull { get; set; }

    public ValueTask<T> InvokeAsync<T>(string identifier, object?[]? args) => IsFull
        ? throw new JSException("QuotaExceededError")
        : ValueTask.FromResult((T)Answer(identifier, args ?? [])!);

    public ValueTask<T> InvokeAsync<T>(string identifier, CancellationToken cancellationToken, object?[]? args) => InvokeAsync<T>(identifier, args);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private object? Answer(string function, object?[] args) => function switch
    {
        "import" => this,
        "place" => Place,
        "reach" => Keep(new((string)args[0]!, (long)args[1]!, (long)args[2]!)),
        "losePlace" => Keep(null),
        _ => throw new InvalidOperationException($"A browser that keeps only the place was asked for {function}."),
    };

    private object? Keep(StoredPlace? place)
    {
        Place = place;
        return null;
    }
}
