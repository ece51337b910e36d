using WorkOrders.V1;

namespace WorkOrders.Board.Portal.Order;

/// <summary>Who changed a field, and when.</summary>
public sealed record FieldChange(string Who, DateTimeOffset At, long Revision);

/// <summary>Who was the last to change each field of an order, as far as it was heard.</summary>
public sealed class Authors
{
    private readonly Dictionary<string, FieldChange> _last = [];

    public void Hear(WorkOrderEvent happened)
    {
        var change = new FieldChange(
            happened.Actor?.DisplayName ?? "", happened.CommitTime?.ToDateTimeOffset() ?? default, happened.Revision);
        foreach (var path in Fields(happened))
        {
            if (!_last.TryGetValue(path, out var known) || known.Revision <= change.Revision)
                _last[path] = change;
        }
    }

    /// <summary>Null if nobody was heard to change it after that revision.</summary>
    public FieldChange? Of(string path, long after) =>
        _last.TryGetValue(path, out var change) && change.Revision > after ? change : null;

    private static IEnumerable<string> Fields(WorkOrderEvent happened) => happened.KindCase switch
    {
        WorkOrderEvent.KindOneofCase.Updated => happened.Updated.ChangedFields,
        WorkOrderEvent.KindOneofCase.TenantContactUpdated => happened.TenantContactUpdated.ChangedFields,
        WorkOrderEvent.KindOneofCase.Completed => (string[])[OrderFields.ActionPerformed],
        _ => [],
    };
}
