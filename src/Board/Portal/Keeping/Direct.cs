using Grpc.Core;

namespace WorkOrders.Board.Portal.Keeping;

/// <summary>The line to the server without anything that could answer in its place.</summary>
public sealed record Direct(CallInvoker Calls);
