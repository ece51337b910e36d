using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using WorkOrders.Board.Dispatch.Orders;
using WorkOrders.Board.Shared;
using WorkOrders.V1;

namespace WorkOrders.Board.Tests.Dispatch;

/// <summary>What has become of many orders: how many went, which stayed, and why each of those.</summary>
public sealed class ReassignmentTests
{
    private readonly Words _words = new();

    public ReassignmentTests() => _words.Speak(Language.Swedish);

    [Fact]
    public void That_all_went_is_said_in_one_sentence() =>
        Assert.Equal("2 arbetsorder är placerade hos Rör AB.", Reassignment.Of("Rör AB", Answer(Moved(1), Moved(2))).Summary(_words));

    [Fact]
    public void Those_that_stayed_are_counted_and_each_says_why()
    {
        var done = Reassignment.Of("Rör AB", Answer(Moved(1), Left(2, "Har den redan.")));
        Assert.Equal("1 av 2 arbetsorder är placerade hos Rör AB. 1 står kvar och är fortfarande markerade.", done.Summary(_words));
        Assert.Equal(([1L], [2L]), (done.Moved, done.Left), (a, b) => a.Item1.SequenceEqual(b.Item1) && a.Item2.SequenceEqual(b.Item2));
        Assert.Equal("Har den redan.", Reassignment.Explain(done.Results[1].Why!, _words));
    }

    private static ReassignWorkOrdersResponse Answer(params ReassignResult[] results) => new() { Results = { results } };

    private static ReassignResult Moved(long number) => new() { Number = number, WorkOrder = new() { Number = number } };

    private static ReassignResult Left(long number, string why) => new()
    {
        Number = number,
        Refusal = new()
        {
            Status = new Status
            {
                Code = 3,
                Details =
                {
                    Any.Pack(new BadRequest
                    {
                        FieldViolations = { new BadRequest.Types.FieldViolation { Field = "contractor_id", LocalizedMessage = new() { Locale = "sv-SE", Message = why } } },
                    }),
                },
            }.ToByteString(),
        },
    };
}
