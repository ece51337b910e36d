using WorkOrders.V1;

namespace WorkOrders.Board.Portal.Order;

/// <summary>What pressing Utförd leads to.</summary>
public enum Completion
{
    /// <summary>What was done has yet to be written.</summary>
    WriteAction,
    /// <summary>It is about a unit, whose model or serial number is missing.</summary>
    RemindOfUnit,
    /// <summary>Nothing stands in the way.</summary>
    Send,
}

public static class Completions
{
    /// <param name="anyway">The reminder was seen, and not heeded.</param>
    public static Completion Next(WorkOrder order, Draft draft, bool anyway)
    {
        if (IsBlank(OrderFields.ActionPerformed)) return Completion.WriteAction;

        var named = !string.IsNullOrWhiteSpace(order.Subject?.Unit);
        var nameless = IsBlank(OrderFields.Properties) || IsBlank(OrderFields.SerialNumber);
        return named && nameless && !anyway ? Completion.RemindOfUnit : Completion.Send;

        bool IsBlank(string path) => string.IsNullOrWhiteSpace(draft[path].Mine);
    }
}
