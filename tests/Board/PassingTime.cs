using Microsoft.Extensions.Time.Testing;

namespace WorkOrders.Board.Tests;

internal static class PassingTime
{
    /// <summary>Lets time pass until something has happened: so slowly that what has just begun to wait gets its turn before its patience ends.</summary>
    public static async Task PassUntilAsync(this FakeTimeProvider time, Task happened)
    {
        while (!happened.IsCompleted)
        {
            time.Advance(TimeSpan.FromMilliseconds(250));
            await Task.WhenAny(happened, Task.Delay(TimeSpan.FromMilliseconds(5)));
        }
    }
}
