using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace WorkOrders.Client.Tests;

public sealed class RetriesTests
{
    [Theory]
    [InlineData(StatusCode.Unavailable)]
    [InlineData(StatusCode.DeadlineExceeded)]
    [InlineData(StatusCode.Internal)]
    [InlineData(StatusCode.Cancelled)]
    public void A_broken_connection_is_worth_another_attempt(StatusCode code) =>
        Assert.NotNull(Retries.DelayAfter(From(new RpcException(new Grpc.Core.Status(code, "reset"))), attempts: 1));

    [Theory]
    [InlineData(StatusCode.NotFound, "WORK_ORDER_NOT_FOUND")]
    [InlineData(StatusCode.FailedPrecondition, "INVALID_STATE_TRANSITION")]
    [InlineData(StatusCode.InvalidArgument, "FIELD_VIOLATION")]
    [InlineData(StatusCode.AlreadyExists, "REQUEST_ID_REUSED")]
    [InlineData(StatusCode.Aborted, "ETAG_MISMATCH")]
    [InlineData(StatusCode.Internal, "INTERNAL")]
    [InlineData(StatusCode.ResourceExhausted, "RATE_LIMITED")]
    public void What_a_server_refuses_stays_refused(StatusCode code, string reason) =>
        Assert.Null(Retries.DelayAfter(From(Details.Of(code, reason)), attempts: 1));

    [Fact]
    public void A_server_that_asks_to_wait_is_given_that_time()
    {
        var refusal = From(Details.Of(StatusCode.ResourceExhausted, "RATE_LIMITED", new RetryInfo { RetryDelay = Duration.FromTimeSpan(TimeSpan.FromSeconds(3)) }));

        Assert.InRange(Retries.DelayAfter(refusal, attempts: 1)!.Value, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(3.5));
    }

    [Theory]
    [InlineData("700", true)]
    [InlineData("-1", false)]
    [InlineData("soon", false)]
    public void A_pushback_in_the_trailers_decides(string pushback, bool again)
    {
        var trailers = new Metadata { { "grpc-retry-pushback-ms", pushback } };
        var refusal = From(new RpcException(new Grpc.Core.Status(StatusCode.Unavailable, "busy"), trailers));

        var delay = Retries.DelayAfter(refusal, attempts: 1);

        Assert.Equal(again, delay is not null);
        Assert.True(delay is null || delay >= TimeSpan.FromMilliseconds(700));
    }

    [Fact]
    public void The_wait_between_attempts_never_grows_beyond_what_a_returning_server_should_be_noticed_in() =>
        Assert.All(
            Enumerable.Range(1, 10_000), attempts => Assert.InRange(Retries.Jitter(attempts), TimeSpan.Zero, TimeSpan.FromSeconds(2.1)));

    private static WorkOrdersException From(RpcException failure) => WorkOrdersException.From(failure);
}
