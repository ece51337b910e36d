using System.Text;
using System.Threading.Channels;

namespace WorkOrders.Client.Tests;

/// <summary>Output that is read line by line, as it comes.</summary>
internal sealed class Lines : TextWriter
{
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    public override Encoding Encoding => Encoding.UTF8;

    public override Task WriteLineAsync(string? value) => _lines.Writer.WriteAsync(value ?? "").AsTask();

    public async Task<IReadOnlyList<string>> TakeAsync(int count, CancellationToken stop)
    {
        List<string> lines = [];
        while (lines.Count < count)
            lines.Add(await _lines.Reader.ReadAsync(stop));
        return lines;
    }
}
