using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using WorkOrders.Cli.Commands;
using WorkOrders.Cli.Demo;
using Register = WorkOrders.Cli.Commands.Register;

namespace WorkOrders.Cli;

/// <summary>The whole command line: what there is, and what happens to a line that doesn't fit.</summary>
internal static class Ao
{
    public static async Task<int> RunAsync(string[] args)
    {
        var line = Root().Parse(args);
        if (line.Action is not ParseErrorAction)
            return await line.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });

        foreach (var error in line.Errors)
            await Console.Error.WriteLineAsync("ao: " + error.Message);
        await Console.Error.WriteLineAsync($"Try: {PathOf(line.CommandResult)} --help");
        return ExitCode.Usage;
    }

    private static RootCommand Root() =>
    [
        .. Globals.All,
        SignIn.Command(), SignOut.Command(), WhoAmI.Command(),
        List.Command(), Show.Command(), Matrix.Command(), Questions.Command(), LookUp.Command(), Watch.Command(),
        .. ContractorCommands.All(), .. LandlordCommands.All(), .. BundleCommands.All(), .. DeadlineCommands.All(), Register.Command(),
        DemoCommand.Command(),
    ];

    private static string PathOf(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{PathOf(parent)} {result.Command.Name}" : "ao";
}
