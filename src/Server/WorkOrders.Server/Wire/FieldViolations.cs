using Google.Rpc;
using Grpc.Core;

namespace WorkOrders.Server.Wire;

/// <summary>Collects what is wrong with a request, so that all of it is told at once.</summary>
internal sealed class FieldViolations
{
    // an error travels in HTTP headers, which clients limit to some kilobytes
    private const int Most = 40;

    private readonly List<BadRequest.Types.FieldViolation> _found = [];

    public bool Any => _found.Count > 0;

    /// <param name="field">The field's path in the contract: <c>filter.numbers</c>.</param>
    /// <param name="reason">What kind of mistake it is, for programs.</param>
    public void Add(string field, string swedish, string english, string reason = "INVALID")
    {
        if (_found.Count == Most) return;

        _found.Add(new()
        {
            Field = field,
            Reason = reason,
            Description = english,
            LocalizedMessage = new() { Locale = "sv-SE", Message = swedish },
        });
    }

    public void ThrowIfAny()
    {
        if (Any) throw ToRefusal();
    }

    public RpcException ToRefusal() => Errors.FieldViolation(_found);
}
