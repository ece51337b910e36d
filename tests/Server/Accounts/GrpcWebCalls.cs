using System.Net;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Web;
using WorkOrders.Testing;

namespace WorkOrders.Server.Tests.Accounts;

internal static class GrpcWebCalls
{
    /// <summary>Calls as a page makes them: gRPC-Web and the session's cookie.</summary>
    public static CallInvoker Calls(this PageSession session) => GrpcChannel.ForAddress(
        session.Http.BaseAddress!,
        new() { HttpHandler = new GrpcWebHandler(session.CreateHandler()), HttpVersion = HttpVersion.Version11 }).CreateCallInvoker();
}
