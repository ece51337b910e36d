using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;

namespace WorkOrders.Server.Tests.Lifecycle;

/// <summary>A refusal as a client reads it.</summary>
public sealed class Refusal(RpcException error)
{
    private readonly Google.Rpc.Status _status = error.GetRpcStatus() ?? throw new InvalidOperationException($"No details: {error}");

    public StatusCode Code => error.StatusCode;
    public byte[] Bytes => _status.ToByteArray();
    public ErrorInfo Info => _status.GetDetail<ErrorInfo>();
    public string Reason => Info.Reason;
    public IReadOnlyList<string> Fields => [.. _status.GetDetail<BadRequest>().FieldViolations.Select(v => v.Field)];

    public T Detail<T>() where T : class, IMessage<T>, new() => _status.GetDetail<T>();

    public bool Has<T>() where T : class, IMessage<T>, new() => _status.GetDetail<T>() is not null;

    public static async Task<Refusal> OfAsync<T>(AsyncUnaryCall<T> call) =>
        new(await Assert.ThrowsAsync<RpcException>(async () => await call));

    public void Is(StatusCode code, string reason) => Assert.Equal((code, reason, "workorders"), (Code, Reason, Info.Domain));
}
