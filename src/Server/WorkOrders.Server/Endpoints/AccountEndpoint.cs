using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using WorkOrders.Server.Accounts;
using WorkOrders.V1;

namespace WorkOrders.Server.Endpoints;

/// <summary>The account service: translate, hand over, translate back.</summary>
internal sealed class AccountEndpoint(MyAccount mine) : AccountService.AccountServiceBase
{
    [Authorize(Policies.AnyRole)]
    public override async Task<GetMyAccountResponse> GetMyAccount(GetMyAccountRequest request, ServerCallContext context) =>
        new() { Account = await mine.FindAsync(context.GetHttpContext().User) };
}
