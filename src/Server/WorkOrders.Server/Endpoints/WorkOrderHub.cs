using System.Runtime.CompilerServices;
using System.Text.Json;
using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using WorkOrders.Domain;
using WorkOrders.Server.Accounts;
using WorkOrders.Server.Accounts.Pairing;
using WorkOrders.Server.Feed;

namespace WorkOrders.Server.Endpoints;

/// <summary>
/// The feed for browsers: the same frames over the same watcher, as proto3 JSON. A refusal is a
/// <see cref="HubException"/> in the form of <see cref="HubErrors"/>.
/// </summary>
[Authorize(Policies.Feed)]
internal sealed class WorkOrderHub(WatchRequests requests, Watcher watcher, StreamLimit limit, OpenStreams streams, Boards boards, TimeProvider clock) : Hub
{
    public const string Path = "/hubs/workorders";

    /// <summary>For the last words on its streams: why they end.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);

    /// <summary>A connection ends with what it was opened with, whether it has a stream or not.</summary>
    [Authorize(Policies.Feed)]
    public override async Task OnConnectedAsync()
    {
        var connection = Context;
        if (await streams.EnterAsync(connection.User!) is not { } seat)
        {
            connection.Abort();
            return;
        }
        connection.Items[nameof(OpenStreams)] = seat;
        seat.Over.UnsafeRegister(_ => Task.Delay(Farewell, clock).ContinueWith(_ => connection.Abort(), TaskScheduler.Default), null);
    }

    [Authorize(Policies.Feed)]
    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        (Context.Items[nameof(OpenStreams)] as IDisposable)?.Dispose();
        if (Caller.Of(Context.User!) is { Role: ActorRole.WallBoard } board) await boards.NoteAsync(board.AccountId);
    }

    /// <param name="request">The JSON form of WatchWorkOrdersRequest.</param>
    /// <param name="gone">Cancelled when the client ends the stream, and when its connection ends.</param>
    [Authorize(Policies.Feed)]
    public async IAsyncEnumerable<Frame> WatchWorkOrders(JsonElement request, [EnumeratorCancellation] CancellationToken gone)
    {
        using var session = await HubErrors.TranslatedAsync(() => Session.BeginAsync(Context.GetHttpContext()!));
        using var place = HubErrors.Translated(() => limit.Enter(session.Caller));
        var watch = HubErrors.Translated(() => requests.Read(WatchRequests.Parse(request), session.Caller, session.Ends)) with { Over = session.Over };
        await foreach (var frame in HubErrors.Translated(watcher.FollowAsync(watch, gone), gone)) yield return frame;
    }
}
