using System.Globalization;
using Grpc.Core;
using WorkOrders.V1;

namespace WorkOrders.Client.Tests;

public sealed class RefusalTests
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    [Fact]
    public async Task A_refusal_names_its_reason_and_what_is_allowed_instead()
    {
        await using var site = await Site.OpenAsync();
        var orders = site.As("testfirma").WorkOrders;

        var refusal = await Assert.ThrowsAsync<WorkOrdersException>(
            async () => await orders.CompleteWorkOrderAsync(
                new CompleteWorkOrderRequest { Number = 2375, ActionPerformed = "Bytt blandare" }));

        Assert.Equal((StatusCode.FailedPrecondition, ErrorReason.InvalidStateTransition), (refusal.StatusCode, refusal.Reason));
        Assert.Equal("INVALID_STATE_TRANSITION", refusal.ReasonName);
        Assert.Contains(WorkOrderCommand.Accept, refusal.GetDetail<InvalidStateTransition>()!.AllowedCommands);
        Assert.Null(refusal.GetDetail<EtagMismatch>());
    }

    [Fact]
    public async Task A_refusal_speaks_Swedish_and_English()
    {
        await using var site = await Site.OpenAsync();
        var orders = site.As("testfirma").WorkOrders;

        var refusal = await Assert.ThrowsAsync<WorkOrdersException>(
            async () => await orders.GetWorkOrderAsync(new GetWorkOrderRequest { Number = 999_999 }));

        Assert.Equal(ErrorReason.WorkOrderNotFound, refusal.Reason);
        Assert.Equal("999999", refusal.Metadata["number"]);
        Assert.NotEqual(refusal.MessageIn(Swedish), refusal.Message);
        Assert.Equal(refusal.Message, refusal.MessageIn(CultureInfo.GetCultureInfo("en-GB")));
        Assert.Equal(refusal.Message, refusal.MessageIn(CultureInfo.GetCultureInfo("fi-FI")));
    }

    [Fact]
    public async Task All_wrong_fields_are_named_at_once()
    {
        await using var site = await Site.OpenAsync();
        var orders = site.As("elsa").WorkOrders;

        var refusal = await Assert.ThrowsAsync<WorkOrdersException>(
            async () => await orders.RegisterWorkOrderAsync(new RegisterWorkOrderRequest()));

        Assert.Equal(ErrorReason.FieldViolation, refusal.Reason);
        Assert.True(refusal.FieldViolations.Count > 1);
        Assert.All(refusal.FieldViolationsIn(Swedish), field => Assert.NotEqual(refusal.FieldViolations[field.Key], field.Value));
        Assert.Equal(refusal.FieldViolations, refusal.FieldViolationsIn(CultureInfo.GetCultureInfo("fi-FI")));
    }

    [Fact]
    public void A_failure_without_details_of_a_server_keeps_its_own_words()
    {
        var refusal = WorkOrdersException.From(new RpcException(new Status(StatusCode.Unavailable, "Connection refused")));

        Assert.Equal("Connection refused", refusal.Message);
        Assert.Equal("Connection refused", refusal.MessageIn(Swedish));
        Assert.Equal((ErrorReason.Unspecified, ""), (refusal.Reason, refusal.ReasonName));
    }

    [Fact]
    public void A_reason_of_a_newer_server_is_kept_by_its_name()
    {
        var refusal = WorkOrdersException.From(Details.Of(StatusCode.FailedPrecondition, "SOMETHING_NEW"));

        Assert.Equal((ErrorReason.Unspecified, "SOMETHING_NEW"), (refusal.Reason, refusal.ReasonName));
    }

    [Fact]
    public void A_damaged_trailer_does_not_hide_the_failure()
    {
        var trailers = new Metadata { { "grpc-status-details-bin", [1, 2, 3] } };

        Assert.Equal(
            StatusCode.Aborted, WorkOrdersException.From(new RpcException(new Status(StatusCode.Aborted, "no"), trailers)).StatusCode);
    }
}
