using System.Data.Common;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using WorkOrders.Domain;
using WorkOrders.Server.Store;
using WorkOrders.Server.Wire;
using WorkOrders.V1;

namespace WorkOrders.Server.Lifecycle;

/// <summary>
/// The standard phrases as dispatchers edit them. Notes hold the text itself, so that what was said stays said; what is
/// offered, and what a new note may say, is what the catalogue has when the change is committed.
/// </summary>
internal sealed class PhraseCatalogue(IDbContextFactory<WorkOrdersContext> files, PhraseBook book, TimeProvider clock) : IDisposable
{
    private const int Longest = 200;

    // one change after the other: the book must not end up with an older reading than the last
    private readonly SemaphoreSlim _one = new(1);

    public void Dispose() => _one.Dispose();

    public async Task<IReadOnlyList<CataloguePhrase>> ListAsync(CancellationToken stop)
    {
        await using var file = await files.CreateDbContextAsync(stop);
        return await ListAsync(file, stop);
    }

    public Task<IReadOnlyList<CataloguePhrase>> AddAsync(AddPhraseRequest request, string by, CancellationToken stop)
    {
        var phrase = request.Phrase ?? new();
        var text = Form.Text(phrase.Text);
        var key = Checked(new(request), text).Close();
        return ChangeAsync(by, key, async file =>
        {
            if (await file.Phrases.AnyAsync(p => p.Text == text, stop)) throw Errors.PhraseExists(text);

            var last = await file.Phrases.MaxAsync(p => (int?)p.Position, stop) ?? -1;
            file.Add(new PhraseRow { Text = text, Position = last + 1, TenantVisible = phrase.TenantVisible, MeansContact = phrase.MeansContact });
        }, stop);
    }

    public Task<IReadOnlyList<CataloguePhrase>> UpdateAsync(UpdatePhraseRequest request, string by, CancellationToken stop)
    {
        var (before, phrase, retired) = (request.Text, request.Phrase?.Phrase ?? new(), request.Phrase?.Retired is true);
        var text = Form.Text(phrase.Text);
        var form = new Form(request);
        if (before.Length is 0 or > Longest) form.Wrong("text", ViolationKind.Required);
        var key = Checked(form, text, "phrase.phrase.text").Close();
        return ChangeAsync(by, key, async file =>
        {
            if (text != before && await file.Phrases.AnyAsync(p => p.Text == text, stop)) throw Errors.PhraseExists(text);
            // its text is its key, which only a statement can change
            var changed = await file.Phrases.Where(p => p.Text == before).ExecuteUpdateAsync(
                row => row.SetProperty(p => p.Text, text).SetProperty(p => p.TenantVisible, phrase.TenantVisible)
                    .SetProperty(p => p.MeansContact, phrase.MeansContact).SetProperty(p => p.Retired, retired), stop);
            if (changed == 0) throw Errors.PhraseNotFound(before);
            if (request.Position > 0) await MoveAsync(file, text, request.Position, stop);
        }, stop);
    }

    private static async Task MoveAsync(WorkOrdersContext file, string text, uint position, CancellationToken stop)
    {
        var rows = await file.Phrases.AsTracking().OrderBy(p => p.Position).ToListAsync(stop);
        var moved = rows.Single(p => p.Text == text);
        rows.Remove(moved);
        rows.Insert((int)Math.Min(position - 1, (uint)rows.Count), moved);
        for (var place = 0; place < rows.Count; place++) rows[place].Position = place;
    }

    private async Task<IReadOnlyList<CataloguePhrase>> ChangeAsync(
        string by, RequestKey key, Func<WorkOrdersContext, Task> act, CancellationToken stop)
    {
        await _one.WaitAsync(stop);
        try
        {
            await using var file = await files.CreateDbContextAsync(stop);
            await using var transaction = await file.Database.BeginTransactionAsync(stop);
            if (await file.FindRequestAsync(by, key.Id, stop) is { } first)
                return first.BodyHash.AsSpan().SequenceEqual(key.BodyHash) ? await ListAsync(file, stop) : throw Errors.RequestIdReused(key.Id);

            await act(file);
            file.Remember(by, key.Id, key.BodyHash, [], clock.GetUtcNow());
            await file.SaveChangesAsync(stop);
            await transaction.CommitAsync(stop);
            // not given up half-way: what is committed must be offered
            await book.ReadAsync(CancellationToken.None);
            return await ListAsync(file, stop);
        }
        catch (DbUpdateException e) when (e.InnerException is DbException reason && reason.IsUnavailable())
        {
            throw Errors.StoreUnavailable();
        }
        catch (DbException e) when (e.IsUnavailable())
        {
            throw Errors.StoreUnavailable();
        }
        finally
        {
            _one.Release();
        }
    }

    private static async Task<IReadOnlyList<CataloguePhrase>> ListAsync(WorkOrdersContext file, CancellationToken stop) =>
        await file.Phrases.OrderBy(p => p.Position)
            .Select(p => new CataloguePhrase { Phrase = new() { Text = p.Text, TenantVisible = p.TenantVisible, MeansContact = p.MeansContact }, Retired = p.Retired })
            .ToListAsync(stop);

    private static Form Checked(Form form, string text, string field = "phrase.text")
    {
        if (TextRules.Check(text, required: true, Longest) is { } problem) form.Wrong(field, problem);
        else if (text.AsSpan().IndexOfAny('\n', '\r', '\t') >= 0) form.Wrong(field, ViolationKind.ControlCharacter);
        return form;
    }
}
