namespace WorkOrders.Server;

/// <summary>
/// The server can't start, and somebody can do something about it: a setting, a port, a file. The message is for
/// that person: what is wrong and what is allowed. It is shown without a stack trace.
/// </summary>
internal sealed class StartRefusedException(params IReadOnlyList<string> reasons) : Exception(string.Join(Environment.NewLine, reasons))
{
    public IReadOnlyList<string> Reasons => reasons;
}
