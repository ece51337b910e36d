using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace WorkOrders.Cli.Tests;

/// <summary>A run of `ao` that has not ended yet.</summary>
internal sealed class Running(Process process) : IDisposable
{
    private readonly StringBuilder _output = new();
    private readonly Task<string> _error = process.StandardError.ReadToEndAsync();

    public async Task<string> LineWithAsync(string text, CancellationToken stop)
    {
        while (await process.StandardOutput.ReadLineAsync(stop) is { } line)
        {
            _output.AppendLine(line);
            if (line.Contains(text, StringComparison.Ordinal))
                return line;
        }

        throw new InvalidOperationException($"'{text}' did not come. Output: {_output} Error: {await _error}");
    }

    /// <summary>Ctrl-C.</summary>
    public void Interrupt() => Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]).Dispose();

    public void Kill() => process.Kill();

    public void Type(string line) => process.StandardInput.WriteLine(line);

    public async Task<Result> EndAsync(CancellationToken stop)
    {
        _output.Append(await process.StandardOutput.ReadToEndAsync(stop));
        await process.WaitForExitAsync(stop);
        return new Result(process.ExitCode, _output.ToString(), await _error);
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }
}
