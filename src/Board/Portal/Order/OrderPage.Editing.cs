using WorkOrders.Board.Live;

namespace WorkOrders.Board.Portal.Order;

/// <summary>Redigera and Spara on an order's page: the order's own fields, and the tenant's.</summary>
public sealed partial class OrderPage
{
    private bool _isEditing;
    private bool _isEditingTenant;
    private bool _refusedSave;
    private string? _tenantProblem;

    private (string, string)[] Errors =>
    [
        .. _editing!.Errors.Select(e => (e.Key, $"{Words[$"Order.Field.{e.Key}"]}: {e.Value}")),
        .. _refusedSave ? _editing.Conflicts.Select(c => (c.Path, ClashOf(c.Path, c.By))) : [],
        .. _problem is { } problem ? [("", problem)] : Array.Empty<(string, string)>(),
    ];

    private string ClashOf(string path, FieldChange? by) =>
        Words.Format("Order.Clash", Words[$"Order.Field.{path}"], by is { Who.Length: > 0 } ? by.Who : Words["Order.SomebodyElse"]);

    private async Task EditAsync()
    {
        _isEditing = true;
        await Page.FocusAsync("[data-edit]");
    }

    private async Task DiscardAsync()
    {
        _editing!.Discard();
        _photos = [];
        StopEditing();
        await SayAsync("Order.Discarded");
    }

    private void StopEditing() => (_isEditing, _reminded, _refusedSave, _problem) = (false, false, false, null);

    private async Task SaveAsync()
    {
        if (!await SavedAsync())
            return;
        StopEditing();
        _isEditing = _editing?.Draft.Unsaved.Any() ?? false; // what was typed while it was being saved
        await SayAsync("Order.Saved");
    }

    // Saves what was edited, but for some fields; false if something stands in the way, which the page then tells.
    private async Task<bool> SavedAsync(params string[] except)
    {
        var (editing, loaded) = (_editing!, _loaded!);
        switch (await Server.SaveAsync(editing, loaded, except))
        {
            case Saved.Done { Order: var order }:
                if (order is not null)
                    await AppliedAsync(order);
                if (!editing.Draft.Unsaved.Any())
                    editing.IsSent();
                else
                    await Kept.KeepAsync(loaded.Order.Number, editing.Form, editing.Draft);
                return true;
            case Saved.Conflict:
                _isEditing = _refusedSave = true;
                Reload();
                return false;
            case Saved.Refused { Why: var why }:
                _isEditing = true;
                if (!editing.IsWrong(why, Words))
                    _problem = Words.Format(why.IsPassing ? "Order.NotSavedYet" : "Order.NotSaved", why.Message(Words));
                Reload();
                return false;
            default:
                return false;
        }
    }

    private async Task EditTenant()
    {
        _isEditingTenant = true;
        await Page.FocusAsync($"#{TenantFields.HomePhone}");
    }

    private async Task StopEditingTenant()
    {
        _tenant!.Discard();
        (_isEditingTenant, _tenantProblem) = (false, null);
        await Page.FocusAsync("#edit-tenant");
    }

    private Task SaveTenantAsync() => OnceAsync(async () =>
    {
        var tenant = _tenant!;
        _tenantProblem = null;
        tenant.IsRight();
        switch (await Server.SaveTenantAsync(tenant, _loaded!))
        {
            case Saved.Done { Order: var order }:
                if (order is not null)
                    await AppliedAsync(order);
                tenant.IsSent();
                _isEditingTenant = tenant.Draft.Unsaved.Any();
                await SayAsync("Order.TenantSaved");
                break;
            case Saved.Conflict:
                tenant.IsWrong(tenant.Conflicts.ToDictionary(c => c.Path, c => ClashOf(c.Path, c.By)));
                Reload();
                break;
            case Saved.Refused { Why: var why }:
                if (!tenant.IsWrong(why, Words))
                    _tenantProblem = Words.Format(why.IsPassing ? "Order.NotSavedYet" : "Order.NotSaved", why.Message(Words));
                Reload();
                break;
        }
    });
}
