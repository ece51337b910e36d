using Google.Protobuf.WellKnownTypes;
using WorkOrders.V1;

namespace WorkOrders.Board.Portal.Order;

/// <summary>The fields that Redigera opens and Spara saves, by their paths in <see cref="UpdateWorkOrderRequest.UpdateMask"/>.</summary>
public static class OrderFields
{
    public const string PlannedFor = "planned_for";
    public const string Properties = "properties";
    public const string SerialNumber = "serial_number";
    public const string UnitNote = "unit_note";
    public const string ActionPerformed = "action_performed";

    public static IReadOnlyDictionary<string, string> Of(WorkOrder order) => new Dictionary<string, string>
    {
        [PlannedFor] = order.PlannedFor,
        [Properties] = order.Subject?.Properties ?? "",
        [SerialNumber] = order.Subject?.SerialNumber ?? "",
        [UnitNote] = order.Subject?.UnitNote ?? "",
        [ActionPerformed] = order.ActionPerformed,
    };

    /// <summary>Sets these fields and no others, if the order is as it was read.</summary>
    public static UpdateWorkOrderRequest Request(WorkOrder order, IReadOnlyDictionary<string, string> fields) => new()
    {
        RequestId = Guid.NewGuid().ToString(),
        Number = order.Number,
        Etag = order.Etag,
        Changes = new()
        {
            PlannedFor = fields.GetValueOrDefault(PlannedFor, ""),
            Properties = fields.GetValueOrDefault(Properties, ""),
            SerialNumber = fields.GetValueOrDefault(SerialNumber, ""),
            UnitNote = fields.GetValueOrDefault(UnitNote, ""),
            ActionPerformed = fields.GetValueOrDefault(ActionPerformed, ""),
        },
        UpdateMask = new FieldMask { Paths = { fields.Keys } },
    };
}
