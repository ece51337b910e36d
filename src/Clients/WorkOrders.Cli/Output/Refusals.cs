using System.Text.Json;
using Grpc.Core;
using WorkOrders.Client;
using WorkOrders.V1;

namespace WorkOrders.Cli.Output;

/// <summary>A refusal on standard error: what is wrong, and what is allowed.</summary>
internal static class Refusals
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(WorkOrdersException refusal, Screen screen)
    {
        if (screen.Json)
        {
            Console.Error.WriteLine(JsonSerializer.Serialize(
                new
                {
                    status = refusal.StatusCode.ToString(),
                    reason = refusal.ReasonName,
                    message = refusal.MessageIn(screen.Words.Culture),
                    refusal.Metadata,
                    fieldViolations = refusal.FieldViolationsIn(screen.Words.Culture),
                },
                Form));
            return;
        }

        Console.Error.WriteLine("ao: " + Screen.Plain(What(refusal, screen.Words)));
        foreach (var (field, what) in refusal.FieldViolationsIn(screen.Words.Culture))
            Console.Error.WriteLine(Screen.Plain($"    {field}: {what}"));
        if (refusal.GetDetail<InvalidStateTransition>() is { } transition)
            Console.Error.WriteLine("    " + Allowed(transition, screen.Words));
    }

    private static string What(WorkOrdersException refusal, Words words) => refusal.StatusCode switch
    {
        _ when refusal.ReasonName.Length > 0 => refusal.MessageIn(words.Culture),
        StatusCode.Unauthenticated => words[
            $"Inloggningen nekades. Logga in igen med rätt uppgifter: ao sign-in. ({refusal.Status.Detail})",
            $"The sign-in was refused. Sign in again with the right credentials: ao sign-in. ({refusal.Status.Detail})"],
        StatusCode.Unavailable or StatusCode.DeadlineExceeded => words[
            $"Servern svarar inte. Kör den, och stämmer adressen? ({refusal.Status.Detail})",
            $"The server does not answer. Is it running, and is the address right? ({refusal.Status.Detail})"],
        _ => $"{refusal.StatusCode}: {refusal.Message}",
    };

    private static string Allowed(InvalidStateTransition transition, Words words)
    {
        var allowed = string.Join(", ", transition.AllowedCommands.Select(command => Vocabulary.Command.Of(command, words)));
        return words["Tillåtet nu: ", "Allowed now: "] + (allowed.Length > 0 ? allowed : words["inget", "nothing"]);
    }
}
