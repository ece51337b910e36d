using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace WorkOrders.Board.Live;

/// <summary>
/// Answers that a page was prerendered with. They travel in the page, so that the browser needn't ask the same again: there
/// each is taken once, by the first call that asks for it.
/// </summary>
public sealed class Prefetched : Interceptor, IDisposable
{
    private const string Key = "prefetched";

    private readonly Dictionary<string, string> _answers;
    private readonly PersistingComponentStateSubscription _persisting;

    public Prefetched(PersistentComponentState state)
    {
        _answers = state.TryTakeFromJson<Dictionary<string, string>>(Key, out var kept) ? kept ?? [] : [];
        _persisting = state.RegisterOnPersisting(
            () =>
            {
                state.PersistAsJson(Key, _answers);
                return Task.CompletedTask;
            },
            RenderMode.InteractiveWebAssembly);
    }

    /// <summary>To be called while prerendering.</summary>
    public void Keep(string method, IMessage request, IMessage answer) => _answers[KeyOf(method, request)] = answer.ToByteString().ToBase64();

    /// <summary>In the browser: from what came with the page, or else from the server.</summary>
    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        if (!_answers.Remove(KeyOf(context.Method.FullName, (IMessage)request), out var kept))
            return continuation(request, context);

        var answer = Activator.CreateInstance<TResponse>();
        ((IMessage)answer).MergeFrom(Convert.FromBase64String(kept));
        return Answered(Task.FromResult(answer));
    }

    /// <summary>A call that has its answer, or will have it, without a wire.</summary>
    public static AsyncUnaryCall<T> Answered<T>(Task<T> answer) =>
        new(answer, Task.FromResult(Metadata.Empty), () => Status.DefaultSuccess, () => Metadata.Empty, () => { });

    public void Dispose() => _persisting.Dispose();

    private static string KeyOf(string method, IMessage request) => $"{method} {request.ToByteString().ToBase64()}";
}
