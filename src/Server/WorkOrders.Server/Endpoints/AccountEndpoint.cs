using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using WorkOrders.Server.Accounts;
using WorkOrders.V1;

namespace WorkOrders.Server.Endpoints;

/// <summary>The account service: hand over, hand back.</summary>
internal sealed class AccountEndpoint(MyAccount mine, Contractors contractors) : AccountService.AccountServiceBase
{
    [Authorize(Policies.Account)]
    public override Task<GetMyAccountResponse> GetMyAccount(GetMyAccountRequest request, ServerCallContext context) =>
        mine.GetAsync(context.GetHttpContext().User);

    [Authorize(Policies.AnyPerson)]
    public override async Task<UpdateMyContactDetailsResponse> UpdateMyContactDetails(UpdateMyContactDetailsRequest request, ServerCallContext context) =>
        new() { Account = await mine.UpdateAsync(context.GetHttpContext(), request) };

    [Authorize(Policies.Person)]
    public override async Task<ChangeMyPasswordResponse> ChangeMyPassword(ChangeMyPasswordRequest request, ServerCallContext context)
    {
        await mine.ChangePasswordAsync(context.GetHttpContext(), request.CurrentPassword, request.NewPassword);
        return new();
    }

    [Authorize(Policies.Landlord)]
    public override async Task<ListContractorsResponse> ListContractors(ListContractorsRequest request, ServerCallContext context) =>
        new() { Contractors = { await contractors.ListAsync(context.CancellationToken) } };
}
