using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using WorkOrders.Board.Dispatch.Invoices;
using WorkOrders.V1;

namespace WorkOrders.Board.Tests.Dispatch;

/// <summary>A pasted list is read to the letter: nothing is guessed, and each line has its own outcome.</summary>
public sealed class InvoiceLinesTests
{
    [Fact]
    public void Every_line_is_taken_as_it_is_written_and_empty_ones_are_none()
    {
        var lines = InvoiceLines.Of("AO2375\r\n\r\nAO 2376\n ao2377 \nAO2378\t\n");
        Assert.Equal([(1, "AO2375"), (3, "AO 2376"), (4, " ao2377 "), (5, "AO2378\t")], lines.Lines.Select(l => (l.Line, l.Written)));
        Assert.Empty(InvoiceLines.Of("\n\r\n").Lines);
    }

    [Fact]
    public void The_same_line_twice_is_asked_for_once_and_says_so()
    {
        var lines = InvoiceLines.Of("AO1\nAO2\nAO1");
        Assert.Equal(["AO1", "AO2"], lines.References);
        Assert.Equal(1, lines.Lines[2].SameAs);
    }

    [Fact]
    public void Each_line_gets_its_outcome_and_those_that_failed_are_left()
    {
        var lines = InvoiceLines.Of("AO1\nAO 2\nAO1").With(new()
        {
            Results = { new InvoiceResult { Reference = "AO1", WorkOrder = new() { Number = 1 } }, new InvoiceResult { Reference = "AO 2", Refusal = Refused("Nej") } },
        });
        Assert.Equal([1L, null, 1L], lines.Lines.Select(l => l.Marked));
        Assert.Equal("INVOICE_REFERENCE_NOT_FOUND", lines.Lines[1].Why?.Reason);
        Assert.Equal((2, "AO 2"), (lines.MarkedCount, lines.Left));
    }

    private static ItemRefusal Refused(string message) => new()
    {
        Status = new Status
        {
            Code = 5, Message = message,
            Details = { Any.Pack(new ErrorInfo { Domain = "workorders", Reason = "INVOICE_REFERENCE_NOT_FOUND" }) },
        }.ToByteString(),
    };
}
