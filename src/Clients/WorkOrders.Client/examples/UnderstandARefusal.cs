// Tells a person in Swedish why a call was refused, and what is allowed instead.
using System.Globalization;
using WorkOrders.Client;
using WorkOrders.V1;

namespace Examples;

public static class UnderstandARefusal
{
    public static async Task<string> RunAsync(WorkOrdersClient client, long number, CancellationToken stop)
    {
        try
        {
            await client.WorkOrders.CompleteWorkOrderAsync(
                new() { Number = number, ActionPerformed = "Bytt blandare" }, cancellationToken: stop);
            return "";
        }
        catch (WorkOrdersException refusal) when (refusal.GetDetail<InvalidStateTransition>() is { } transition)
        {
            return $"{refusal.MessageIn(CultureInfo.GetCultureInfo("sv-SE"))} {string.Join(' ', transition.AllowedCommands)}";
        }
    }
}
