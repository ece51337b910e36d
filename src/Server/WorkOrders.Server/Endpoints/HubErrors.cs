using System.Runtime.CompilerServices;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Grpc.Core;
using Microsoft.AspNetCore.SignalR;
using WorkOrders.V1;

namespace WorkOrders.Server.Endpoints;

/// <summary>
/// A refusal as the hub tells it: the reason of errors.proto in brackets, then the whole google.rpc.Status as proto3
/// JSON on the same line: <c>[FEED_LOG_CHANGED] {"code":9,"message":"…","details":[…]}</c>. SignalR puts words of its
/// own before it.
/// </summary>
internal static class HubErrors
{
    private static readonly JsonFormatter Json = new(JsonFormatter.Settings.Default.WithTypeRegistry(TypeRegistry.FromFiles(
        ErrorDetailsReflection.Descriptor, ErrorsReflection.Descriptor)));

    public static T Translated<T>(Func<T> call)
    {
        try
        {
            return call();
        }
        catch (RpcException refusal)
        {
            throw Of(refusal);
        }
    }

    public static async Task<T> TranslatedAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (RpcException refusal)
        {
            throw Of(refusal);
        }
    }

    public static async IAsyncEnumerable<T> Translated<T>(IAsyncEnumerable<T> items, [EnumeratorCancellation] CancellationToken gone)
    {
        await using var all = items.GetAsyncEnumerator(gone);
        while (await NextAsync(all)) yield return all.Current;
    }

    private static async ValueTask<bool> NextAsync<T>(IAsyncEnumerator<T> items)
    {
        try
        {
            return await items.MoveNextAsync();
        }
        catch (RpcException refusal)
        {
            throw Of(refusal);
        }
    }

    private static HubException Of(RpcException refusal) =>
        new($"[{refusal.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason}] {Json.Format(refusal.GetRpcStatus())}");
}
