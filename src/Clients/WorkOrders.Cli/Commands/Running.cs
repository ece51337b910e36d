using System.CommandLine;
using WorkOrders.Cli.Output;
using WorkOrders.Client;

namespace WorkOrders.Cli.Commands;

/// <summary>The one place where a command's outcome becomes an exit code and a text on standard error.</summary>
internal static class Running
{
    public static Command Does(this Command command, Func<Session, CancellationToken, Task<int>> action)
    {
        command.SetAction(async (line, cancellationToken) =>
        {
            var screen = new Screen(line);
            using var session = new Session(line, screen);
            try
            {
                return await action(session, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return ExitCode.Interrupted;
            }
            catch (WorkOrdersException refusal)
            {
                Refusals.Write(refusal, screen);
                return ExitCode.Of(refusal);
            }
            catch (UsageException usage)
            {
                await Console.Error.WriteLineAsync("ao: " + usage.Message);
                return usage.ExitCode;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                await Console.Error.WriteLineAsync("ao: " + e.Message);
                return ExitCode.Failed;
            }
        });
        return command;
    }

    public static Command Does(this Command command, Func<Session, CancellationToken, Task> action) =>
        command.Does(async (session, cancellationToken) =>
        {
            await action(session, cancellationToken);
            return ExitCode.Ok;
        });
}
