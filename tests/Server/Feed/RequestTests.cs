using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using WorkOrders.Domain;
using WorkOrders.Server.Feed;
using WorkOrders.V1;
using Actor = WorkOrders.Domain.Actor;

namespace WorkOrders.Server.Tests.Feed;

public sealed class RequestTests
{
    private static readonly Actor Contractor = new(ActorRole.Contractor, "testfirma", "Testfirma AB", new("1999/99999", "Testfirma AB"));
    private static readonly Actor Wall = new(ActorRole.WallBoard, "wall", "Väggtavla");
    private static readonly Actor Dispatcher = new(ActorRole.Dispatcher, "dispatch", "Driftcentralen");

    [Fact]
    public void All_wrong_fields_are_told_at_once() =>
        Assert.Equal(
            ["filter.numbers", "filter.types", "filter.contractor_ids", "start", "bookmark_interval"],
            WrongFields(Contractor, new()
            {
                Filter = new()
                {
                    Numbers = { Enumerable.Range(1, 1_001).Select(n => (long)n) },
                    Types_ = { (V1.WorkOrderType)99 },
                    ContractorIds = { "1999/10001" },
                },
                BookmarkInterval = Duration.FromTimeSpan(TimeSpan.FromMilliseconds(60_001)),
            }));

    [Theory]
    [InlineData(-1, "log", "after.revision")]
    [InlineData(1, "", "after.log_id")]
    public void A_position_must_be_one(long revision, string logId, string field) =>
        Assert.Equal([field], WrongFields(Dispatcher, new() { After = new() { Revision = revision, LogId = logId } }));

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(61)]
    [InlineData(long.MaxValue)]
    public void A_bookmark_interval_is_between_1_and_60_seconds(long seconds) =>
        Assert.Equal(["bookmark_interval"], WrongFields(Dispatcher, new() { FromNow = new(), BookmarkInterval = new() { Seconds = seconds } }));

    [Fact]
    public void A_wall_boards_view_is_the_walls_whatever_it_asks_for() =>
        Assert.Equal(Audience.Wall, Read(Wall, new() { FromNow = new(), View = FeedView.Full }).Scope.Audience);

    [Fact]
    public void A_contractor_can_name_itself_and_gets_its_own_in_any_case()
    {
        var scope = Read(Contractor, new() { FromNow = new(), Filter = new() { ContractorIds = { "1999/99999" } } }).Scope;
        Assert.Equal(("1999/99999", new FeedFilter { ContractorIds = { "1999/99999" } }), (scope.Contractor, scope.Filter));
        Assert.Equal("1999/99999", Read(Contractor, new() { FromNow = new() }).Scope.Contractor);
    }

    private static Watch Read(Actor caller, WatchWorkOrdersRequest request) =>
        new WatchRequests(new()).Read(request, caller, DateTimeOffset.MaxValue);

    private static IEnumerable<string> WrongFields(Actor caller, WatchWorkOrdersRequest request)
    {
        var refusal = Assert.Throws<RpcException>(() => Read(caller, request));
        Assert.Equal(StatusCode.InvalidArgument, refusal.StatusCode);
        return refusal.GetRpcStatus()!.GetDetail<BadRequest>().FieldViolations.Select(v => v.Field);
    }
}
