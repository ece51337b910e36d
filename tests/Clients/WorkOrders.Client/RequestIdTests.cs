using WorkOrders.V1;

namespace WorkOrders.Client.Tests;

public sealed class RequestIdTests
{
    [Fact]
    public void A_wish_without_an_identity_is_given_one()
    {
        var wish = RequestIds.FillIn(new AcceptWorkOrderRequest { Number = 2375 });

        Assert.True(Guid.TryParse(wish.RequestId, out _));
        Assert.Equal(2375, wish.Number);
    }

    [Fact]
    public void The_callers_own_object_stays_as_it_was_so_it_can_be_sent_as_another_wish()
    {
        var mine = new AddNoteRequest { Number = 2375, Text = "Ringt" };

        var first = RequestIds.FillIn(mine);
        var second = RequestIds.FillIn(mine);

        Assert.Empty(mine.RequestId);
        Assert.NotEqual(first.RequestId, second.RequestId);
    }

    [Fact]
    public void An_identity_of_the_callers_own_is_kept()
    {
        var mine = new AcceptWorkOrderRequest { Number = 2375, RequestId = "0c3c1f3e-9d6f-4d0e-8a34-0d1f2d7e9b11" };

        Assert.Same(mine, RequestIds.FillIn(mine));
    }

    [Fact]
    public void A_question_to_the_server_needs_none()
    {
        var request = new GetWorkOrderRequest { Number = 2375 };

        Assert.Same(request, RequestIds.FillIn(request));
    }

    [Fact]
    public void Every_mutation_of_the_contract_has_the_field_that_is_filled_in()
    {
        // to have read twice is to have read
        string[] queries = ["Get", "List", "LookUp", "MarkAnswersRead"];
        var mutations = WorkOrderService.Descriptor.Methods.Where(
            method => !queries.Any(query => method.Name.StartsWith(query, StringComparison.Ordinal)));

        Assert.All(mutations, method => Assert.NotNull(method.InputType.FindFieldByName("request_id")));
    }
}
