using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using WorkOrders.Board.Live;
using WorkOrders.Board.Portal.Sending;
using WorkOrders.V1;

namespace WorkOrders.Board.Tests.Portal.Sending;

public sealed class WishTests
{
    [Fact]
    public void A_wish_is_read_as_it_was_written()
    {
        var wish = Given.Note("Tid är bokad med kund", "På torsdag 🛠 \"kl. 8\"") with
        {
            Photos = ["one", "two"], Decided = true, PhotosSentAgain = true, Because = Cancelled(),
        };

        var read = Wish.Read(wish.Write());

        Assert.Equal(wish.Request, read.Request);
        Assert.Equal(wish.Photos, read.Photos);
        Assert.Equal(wish.Because!.Told, read.Because!.Told);
        Assert.Equal(
            wish with { Request = [], Photos = [], Because = wish.Because with { Told = [] } },
            read with { Request = [], Photos = [], Because = read.Because with { Told = [] } });
    }

    [Fact]
    public void What_was_typed_can_be_read_in_the_queue()
    {
        Assert.Equal("Tid är bokad med kund\nPå torsdag", Given.Note("Tid är bokad med kund", "På torsdag").Text);
        Assert.Equal("", Given.Wish("a", 2375).Text);
    }

    [Fact]
    public void A_refusal_outlives_being_written_down()
    {
        var read = Wish.Read((Given.Wish("a", 2375) with { Because = Cancelled() }).Write()).Because!.ToRefusal();

        Assert.Equal(StatusCode.FailedPrecondition, read.Code);
        Assert.Equal("INVALID_STATE_TRANSITION", read.Reason);
        Assert.Equal("2375", read.Metadata["number"]);
    }

    private static Because Cancelled()
    {
        var info = new ErrorInfo { Domain = "workorders", Reason = "INVALID_STATE_TRANSITION" };
        info.Metadata.Add("number", "2375");
        var status = new Google.Rpc.Status { Details = { Any.Pack(info) } };
        return Because.Of(new Refusal(StatusCode.FailedPrecondition, status)).After(new()
        {
            Actor = new() { DisplayName = "Driftcentralen" },
            CommitTime = Timestamp.FromDateTimeOffset(new(2026, 11, 25, 13, 2, 0, TimeSpan.Zero)),
            Cancelled = new() { Reason = "Dubblett" },
        });
    }
}
