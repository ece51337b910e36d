using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace WorkOrders.Client.Tests;

/// <summary>Failures as a server sends them.</summary>
internal static class Details
{
    public static RpcException Of(StatusCode code, string reason, params IMessage[] more) => new Google.Rpc.Status
    {
        Code = (int)code,
        Message = "no",
        Details = { more.Prepend(new ErrorInfo { Domain = "workorders", Reason = reason }).Select(detail => Any.Pack(detail)) },
    }.ToRpcException();
}
