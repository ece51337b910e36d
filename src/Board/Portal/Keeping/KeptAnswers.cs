using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.JSInterop;
using WorkOrders.Board.Live;
using WorkOrders.Board.Portal.Sending;
using WorkOrders.V1;

namespace WorkOrders.Board.Portal.Keeping;

/// <summary>
/// Keeps what the server has answered on this device, and answers with it while the server isn't reached. It knows what is
/// shown of that, so that the frame can say how old it is.
/// </summary>
public sealed class KeptAnswers(Device device, TimeProvider time) : Interceptor
{
    /// <summary>How long a network that says nothing is waited for if there is something to show instead.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private readonly Dictionary<string, DateTimeOffset> _shown = [];
    private readonly HashSet<string> _late = [];
    private readonly TaskCompletionSource<string> _account = new();

    /// <summary><see cref="ShownSince"/> has changed.</summary>
    public event Action? Changed;

    /// <summary>An answer has come after all, and it is another one than was shown instead.</summary>
    public event Action? Newer;

    /// <summary>What is shown is another account's than the one that is signed in: the page must begin anew.</summary>
    public event Action? OtherAccount;

    /// <summary>When the oldest came of what is shown from here; null if all that is shown came from the server.</summary>
    public DateTimeOffset? ShownSince => _shown.Count == 0 ? null : _shown.Values.Min();

    /// <summary>Another page is shown.</summary>
    public void TurnPage()
    {
        _late.Clear();
        if (_shown.Count == 0)
            return;
        _shown.Clear();
        Changed?.Invoke();
    }

    /// <summary>The order has left the reader: what was kept of it goes.</summary>
    public Task DropAsync(long number) => Quietly(() => device.DropAsync(number));

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        var call = continuation(request, context);
        return !Keepable.Is(request) ? call : new(
            AnswerAsync((IMessage)request, call.ResponseAsync, context.Options.CancellationToken),
            call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, call.Dispose);
    }

    private async Task<T> AnswerAsync<T>(IMessage request, Task<T> coming, CancellationToken stop) where T : class
    {
        var key = Keepable.KeyOf(request);
        if (await Task.WhenAny(coming, Task.Delay(Patience, time, stop)) != coming
            && !stop.IsCancellationRequested && await RecallAsync<T>(key, request) is { } instead)
        {
            _ = ComeLateAsync(request, key, coming, (IMessage)instead);
            return instead;
        }
        try
        {
            var answer = await coming;
            Take(request, key, (IMessage)answer);
            return answer;
        }
        catch (RpcException e) when (!stop.IsCancellationRequested && new Refusal(e).IsPassing)
        {
            if (await RecallAsync<T>(key, request) is { } kept)
                return kept;
            throw;
        }
        catch (RpcException e) when (e.StatusCode is StatusCode.NotFound && NumberIn(request) is { } number)
        {
            await DropAsync(number);
            throw;
        }
    }

    private async Task ComeLateAsync<T>(IMessage request, string key, Task<T> coming, IMessage shown) where T : class
    {
        try
        {
            var answer = (IMessage)await coming;
            Take(request, key, answer);
            if (answer is GetMyAccountResponse mine && shown is GetMyAccountResponse other && mine.Account.AccountId != other.Account.AccountId)
                OtherAccount?.Invoke();
            // once for each page: on a line that is always late, no answer would ever be the one that is shown
            else if (!answer.Equals(shown) && _late.Add(key))
                Newer?.Invoke();
        }
        catch (RpcException)
        {
            // what was shown instead is still the best there is
        }
    }

    private static long? NumberIn(IMessage request) => request switch
    {
        GetWorkOrderRequest order => order.Number,
        ListWorkOrderLogRequest log => log.Number,
        _ => null,
    };

    private void Take(IMessage request, string key, IMessage answer)
    {
        if (_shown.Remove(key))
            Changed?.Invoke();
        _ = Quietly(() => RememberAsync(request, key, answer, time.GetUtcNow()));
    }

    private async Task RememberAsync(IMessage request, string key, IMessage answer, DateTimeOffset at)
    {
        if (answer is GetMyAccountResponse mine)
        {
            await device.BecomeAsync(mine.Account.AccountId);
            _account.TrySetResult(mine.Account.AccountId);
        }
        await device.RememberAsync(
            await _account.Task, key, Keepable.GroupOf(request), Keepable.NumbersIn(request, answer), at, answer.ToByteArray());
    }

    private async Task<T?> RecallAsync<T>(string key, IMessage request) where T : class
    {
        try
        {
            if (await device.RecallAsync(key) is not { } kept)
                return null;
            var answer = (IMessage)Activator.CreateInstance<T>();
            answer.MergeFrom(kept.Bytes);
            if (answer is GetMyAccountResponse mine)
                _account.TrySetResult(mine.Account.AccountId);
            if (answer is GetWorkOrderResponse { WorkOrder: { } order } && await device.AccountAsync() is { } account)
                Foresight.Apply(order, Wish.ReadAll(await device.WishesAsync(account)));
            if (Keepable.GrowsOld(request))
            {
                _shown[key] = kept.CameAt;
                Changed?.Invoke();
            }
            return (T)answer;
        }
        catch (JSException)
        {
            return null;
        }
    }

    // a browser that lets us keep nothing (a private window, a full disk) shows what comes all the same
    private static async Task Quietly(Func<Task> keep)
    {
        try
        {
            await keep();
        }
        catch (JSException)
        {
        }
    }
}
