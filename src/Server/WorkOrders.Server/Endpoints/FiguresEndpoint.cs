using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using WorkOrders.Server.Accounts;
using WorkOrders.Server.Figures;
using WorkOrders.V1;

namespace WorkOrders.Server.Endpoints;

/// <summary>The figures service: hand over, hand back.</summary>
internal sealed class FiguresEndpoint(FigureQueries figures) : FiguresService.FiguresServiceBase
{
    [Authorize(Policies.Landlord)]
    public override Task<GetFiguresResponse> GetFigures(GetFiguresRequest request, ServerCallContext context) =>
        figures.GetAsync(request, context.CancellationToken);
}
