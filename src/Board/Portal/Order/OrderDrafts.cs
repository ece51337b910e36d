using System.Globalization;
using System.Text.Json;
using Grpc.Core;
using WorkOrders.Board.Shared.Forms;

namespace WorkOrders.Board.Portal.Order;

/// <summary>
/// What somebody has typed into an order's forms and not saved, kept in the browser for the account that typed it: it
/// outlives a reload, a dead battery and an expired session.
/// </summary>
public sealed class OrderDrafts(Drafts drafts, Me me, TimeProvider time)
{
    public const string Edit = "edit";
    public const string Tenant = "tenant";
    public const string Note = "note";
    public const string Decline = "decline";
    public const string Message = "message";
    public const string Answer = "answer";
    public const string Cancel = "cancel";
    public const string Reopen = "reopen";
    /// <summary>What begins the names of the forms about deadlines.</summary>
    public const string Clock = "clock";

    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>What was kept of a form; null if nothing was.</summary>
    public async Task<Kept?> FindAsync(long number, string form) =>
        await PrefixAsync(number) is { } prefix ? Read(await drafts.ReadAsync(prefix + form)) : null;

    /// <summary>Keeps what is unsaved of a form; if nothing is, forgets it.</summary>
    public async Task KeepAsync(long number, string form, Draft draft)
    {
        if (await PrefixAsync(number) is not { } prefix)
            return;
        var fields = draft.Keep();
        if (fields.Count == 0)
            await ForgetAsync(number, form);
        else
            // a tenant's numbers no longer than the tab
            await drafts.KeepAsync(
                prefix + form, JsonSerializer.Serialize(new Kept(time.GetUtcNow(), fields), KeptJson.Default.Kept), briefly: form == Tenant);
    }

    public async Task ForgetAsync(long number, string form)
    {
        if (await PrefixAsync(number) is { } prefix)
            await drafts.ForgetAsync(prefix + form);
    }

    /// <summary>Everything that was typed about an order and not saved, but for what is the tenant's.</summary>
    public async Task<IReadOnlyList<(string Form, Kept Kept)>> AllAsync(long number)
    {
        if (await PrefixAsync(number) is not { } prefix)
            return [];
        return [.. (await drafts.AllAsync(prefix)).Select(a => (Form: a.Name[prefix.Length..], Kept: Read(a.Draft)!)).Where(a => a.Kept is not null && a.Form != Tenant)];
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
}
