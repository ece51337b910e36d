using WorkOrders.Domain;
using WorkOrders.V1;

namespace WorkOrders.Server.Wire;

/// <summary>A request to edit an order: only what its mask names.</summary>
internal static class Changes
{
    private const string Settable = "planned_for, properties, serial_number, unit_note, action_performed";

    public static Submission Read(UpdateWorkOrderRequest r, Asked a) => new Form(r).One(r.Number, r.Etag, form =>
    {
        if (r.UpdateMask is not { Paths.Count: > 0 }) form.Wrong("update_mask", ViolationKind.Required);

        var given = r.Changes ?? new();
        var changes = new OrderChanges();
        foreach (var path in r.UpdateMask?.Paths ?? [])
        {
            changes = path switch
            {
                "planned_for" => changes with { PlannedFor = new(form.Day("changes.planned_for", given.PlannedFor)) },
                "properties" => changes with { Properties = new(Form.Text(given.Properties)) },
                "serial_number" => changes with { SerialNumber = new(Form.Text(given.SerialNumber)) },
                "unit_note" => changes with { UnitNote = new(Form.Text(given.UnitNote)) },
                "action_performed" => changes with { ActionPerformed = new(Form.Text(given.ActionPerformed)) },
                _ => Unknown(path),
            };
        }
        return new Update(changes, a.By, a.At);

        OrderChanges Unknown(string path)
        {
            var shown = path.Length <= 64 ? path : path[..64] + "…";
            form.Wrong("update_mask", $"'{shown}' kan inte sättas. Det kan: {Settable}.", $"'{shown}' can't be set. These can: {Settable}.");
            return changes;
        }
    });
}
