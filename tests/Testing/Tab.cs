using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace WorkOrders.Testing;

/// <summary>One page in a browser profile of its own, and everything that it complained of.</summary>
public sealed class Tab : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _complaints = new();

    internal Tab(IBrowserContext context, IPage page)
    {
        (Context, Page) = (context, page);
        page.Console += (_, message) =>
        {
            // Playwright's own word, where a test has no use for one
            if (message.Type is "error" or "warning" && message.Text != "Service Worker registration blocked by Playwright")
                _complaints.Enqueue($"{message.Type}: {message.Text}");
        };
        page.PageError += (_, error) => _complaints.Enqueue(error);
    }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    /// <summary>Errors and warnings on the console, exceptions, violations of the content security policy. Empty, in a good run.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <summary>What comes next complains for itself.</summary>
    public void ForgetComplaints() => _complaints.Clear();

    /// <summary>Another tab beside this one, of the same profile: it goes when this one goes.</summary>
    public async Task<Tab> OpenAnotherAsync() => new(Context, await Context.NewPageAsync());

    public async ValueTask DisposeAsync() => await Context.DisposeAsync();
}
