using System.Globalization;
using System.Text.Json;
using Grpc.Core;
using Microsoft.JSInterop;

namespace WorkOrders.Board.Portal.Order;

/// <summary>
/// What somebody has typed into an order's forms and not saved, kept in the browser (<c>drafts.js</c>): for the account
/// that typed it, so that it outlives a reload, a dead battery and an expired session.
/// </summary>
public sealed class Drafts(IJSRuntime js, Me me, TimeProvider time) : IAsyncDisposable
{
    public const string Edit = "edit";
    public const string Tenant = "tenant";
    public const string Note = "note";
    public const string Decline = "decline";
    public const string Message = "message";
    public const string Answer = "answer";

    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    private Task<IJSObjectReference>? _module;

    /// <summary>What was kept of a form; null if nothing was.</summary>
    public async Task<Kept?> FindAsync(long number, string form) =>
        await PrefixAsync(number) is { } prefix ? Read(await (await ModuleAsync()).InvokeAsync<string?>("read", prefix + form)) : null;

    /// <summary>Keeps what is unsaved of a form; if nothing is, forgets it.</summary>
    public async Task KeepAsync(long number, string form, Draft draft)
    {
        if (await PrefixAsync(number) is not { } prefix)
            return;
        var fields = draft.Keep();
        if (fields.Count == 0)
            await ForgetAsync(number, form);
        else
            await (await ModuleAsync()).InvokeVoidAsync(
                "keep", prefix + form, JsonSerializer.Serialize(new Kept(time.GetUtcNow(), fields), KeptJson.Default.Kept), form == Tenant);
    }

    public async Task ForgetAsync(long number, string form)
    {
        if (await PrefixAsync(number) is { } prefix)
            await (await ModuleAsync()).InvokeVoidAsync("forget", prefix + form);
    }

    /// <summary>Everything that was typed about an order and not saved, but for what is the tenant's.</summary>
    public async Task<IReadOnlyList<(string Form, Kept Kept)>> AllAsync(long number)
    {
        if (await PrefixAsync(number) is not { } prefix)
            return [];
        var all = await (await ModuleAsync()).InvokeAsync<string[][]>("all", prefix);
        return [.. all.Select(a => (Form: a[0][prefix.Length..], Kept: Read(a[1])!)).Where(a => a.Kept is not null && a.Form != Tenant)];
    }

    public async ValueTask DisposeAsync()
    {
        if (_module is { IsCompletedSuccessfully: true })
            await (await _module).DisposeAsync();
    }

    // null if nobody can say who is typing: what one has typed must never be offered to another
    private async Task<string?> PrefixAsync(long number)
    {
        try
        {
            var account = await me.LoadAsync();
            return string.Create(CultureInfo.InvariantCulture, $"draft/{account.AccountId}/{number}/");
        }
        catch (RpcException)
        {
            return null;
        }
    }

    private Kept? Read(string? kept)
    {
        try
        {
            return kept is null || JsonSerializer.Deserialize(kept, KeptJson.Default.Kept) is not { Fields: not null } read
                || time.GetUtcNow() - read.At > Longest ? null : read;
        }
        catch (JsonException)
        {
            return null; // not of this version
        }
    }

    private Task<IJSObjectReference> ModuleAsync() => _module ??= js.InvokeAsync<IJSObjectReference>("import", "./drafts.js").AsTask();
}
