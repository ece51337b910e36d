using Grpc.Core;
using WorkOrders.V1;

namespace WorkOrders.Resilience.Tests;

/// <summary>Sends one wish after the other, and repeats one that got no answer with the same request id until it has one.</summary>
internal sealed class Writer(WorkOrderService.WorkOrderServiceClient client, int id, IReadOnlyList<long> orders)
{
    private readonly List<Wish> _wishes = [];

    /// <summary>Everything that it wished, acknowledged or not.</summary>
    public IReadOnlyList<Wish> Wishes => _wishes;

    /// <summary>Writes until the server breaks. Each acknowledgement is told.</summary>
    public async Task WriteUntilItBreaksAsync(Action acknowledged)
    {
        try
        {
            while (true)
            {
                await SendAsync(Next());
                acknowledged();
            }
        }
        catch (RpcException e) when (e.StatusCode is StatusCode.Unavailable or StatusCode.Internal or StatusCode.Cancelled)
        {
            // killed: whether the last wish was taken is what a retry will tell
        }
    }

    /// <summary>Gets an answer to what had none.</summary>
    public async Task FinishAsync()
    {
        foreach (var wish in _wishes.Where(w => w.Revision == 0)) await SendAsync(wish);
    }

    /// <summary>Repeats what was acknowledged: the answer must be the first one.</summary>
    public async Task RepeatAsync(Wish wish)
    {
        var first = wish.Revision;
        await SendAsync(wish);
        Assert.Equal(first, wish.Revision);
    }

    private Wish Next()
    {
        var wish = new Wish(Guid.NewGuid().ToString(), orders[_wishes.Count % orders.Count], $"writer {id} wish {_wishes.Count}");
        _wishes.Add(wish);
        return wish;
    }

    private async Task SendAsync(Wish wish)
    {
        var answer = await client.AddNoteAsync(new() { RequestId = wish.RequestId, Number = wish.Number, Text = wish.Text });
        wish.Revision = answer.Revision;
    }
}
