using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using WorkOrders.Server.Accounts;
using WorkOrders.V1;

namespace WorkOrders.Server.Endpoints;

/// <summary>The dispatcher's desk, contractors' accounts: hand over, hand back.</summary>
internal sealed partial class DispatchEndpoint
{
    [Authorize(Policies.Dispatcher)]
    public override async Task<ListContractorAccountsResponse> ListContractorAccounts(ListContractorAccountsRequest request, ServerCallContext context) =>
        new() { Contractors = { await list.AllAsync(context.CancellationToken) } };

    [Authorize(Policies.Dispatcher)]
    public override Task<CreateContractorResponse> CreateContractor(CreateContractorRequest request, ServerCallContext context) =>
        contractors.CreateAsync(request, By(context), context.CancellationToken);

    [Authorize(Policies.Dispatcher)]
    public override async Task<DisableContractorResponse> DisableContractor(DisableContractorRequest request, ServerCallContext context) =>
        new() { Contractor = await contractors.DisableAsync(request, By(context), context.CancellationToken) };

    [Authorize(Policies.Dispatcher)]
    public override async Task<EnableContractorResponse> EnableContractor(EnableContractorRequest request, ServerCallContext context) =>
        new() { Contractor = await contractors.EnableAsync(request, By(context), context.CancellationToken) };

    [Authorize(Policies.Dispatcher)]
    public override Task<CreatePersonResponse> CreatePerson(CreatePersonRequest request, ServerCallContext context) =>
        people.CreateAsync(request, By(context), context.CancellationToken);

    [Authorize(Policies.Dispatcher)]
    public override Task<ResetFirstPasswordResponse> ResetFirstPassword(ResetFirstPasswordRequest request, ServerCallContext context) =>
        people.ResetAsync(request, By(context), context.CancellationToken);

    [Authorize(Policies.Dispatcher)]
    public override async Task<DisablePersonResponse> DisablePerson(DisablePersonRequest request, ServerCallContext context) =>
        new() { Person = await people.DisableAsync(request, By(context), context.CancellationToken) };

    [Authorize(Policies.Dispatcher)]
    public override async Task<EnablePersonResponse> EnablePerson(EnablePersonRequest request, ServerCallContext context) =>
        new() { Person = await people.EnableAsync(request, By(context), context.CancellationToken) };

    [Authorize(Policies.Dispatcher)]
    public override Task<CreateMachineClientResponse> CreateMachineClient(CreateMachineClientRequest request, ServerCallContext context) =>
        machines.CreateAsync(request, By(context), context.CancellationToken);

    [Authorize(Policies.Dispatcher)]
    public override Task<RotateMachineClientSecretResponse> RotateMachineClientSecret(RotateMachineClientSecretRequest request, ServerCallContext context) =>
        machines.RotateAsync(request, By(context), context.CancellationToken);

    [Authorize(Policies.Dispatcher)]
    public override async Task<RevokeMachineClientResponse> RevokeMachineClient(RevokeMachineClientRequest request, ServerCallContext context)
    {
        await machines.RevokeAsync(request, By(context), context.CancellationToken);
        return new();
    }
}
