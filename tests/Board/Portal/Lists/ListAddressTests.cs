using WorkOrders.Board.Portal.Lists;
using WorkOrders.Board.Shared;
using WorkOrders.V1;

namespace WorkOrders.Board.Tests.Portal.Lists;

public sealed class ListAddressTests
{
    [Theory]
    [InlineData("/orders")]
    [InlineData("/orders?status=ordered")]
    [InlineData("/orders?status=ordered&status=accepted&type=fault&type=inspection-round")]
    [InlineData("/orders?q=tor%C3%B6g%2051%20%26%20%2B%20100%25%20%23%20%F0%9F%94%A7")]
    [InlineData("/orders?bundle=64010765-20190819&object=64010765&question=open&overdue=true&sort=-planned_for")]
    [InlineData("/orders?status=completed&page=AbC_-&from=51")]
    [InlineData("/orders?page=c~101.b~51.a&from=151")]
    public void An_address_is_read_and_written_the_same(string address)
    {
        Assert.Equal(address, ListAddress.Of(address).ToString());
        Assert.Equal(address, ListAddress.Of("http://127.0.0.1:8080" + address + "#main").ToString());
        Assert.Empty(ListAddress.Of(address).Wrong);
    }

    [Theory]
    [InlineData("/orders?q=&bundle=&object=&sort=-number&status=ordered", "/orders?status=ordered")]
    [InlineData("/orders?status=accepted&status=ordered&status=accepted", "/orders?status=ordered&status=accepted")]
    [InlineData("/orders?q=+Tor%C3%B6gatan+51+", "/orders?q=Tor%C3%B6gatan%2051")]
    [InlineData("/orders?utm_source=mail&status=ordered&fbclid=1&fbclid=2", "/orders?status=ordered")]
    [InlineData("/orders?q=100%", "/orders?q=100%25")]
    [InlineData("/orders?", "/orders")]
    [InlineData("/orders?&&=&q", "/orders")]
    public void One_list_has_one_address_however_it_was_written(string written, string address)
    {
        Assert.Equal(address, ListAddress.Of(written).ToString());
        Assert.Empty(ListAddress.Of(written).Wrong);
    }

    [Theory]
    [InlineData("/orders?status=xyz", "status=xyz")]
    [InlineData("/orders?status=ordered&status=Ordered", "status=Ordered")]
    [InlineData("/orders?type=1", "type=1")]
    [InlineData("/orders?question=yes", "question=yes")]
    [InlineData("/orders?overdue=false", "overdue=false")]
    [InlineData("/orders?sort=price", "sort=price")]
    [InlineData("/orders?sort=number desc", "sort=number desc")]
    [InlineData("/orders?q=a&q=b", "q=b")]
    [InlineData("/orders?from=0", "from=0")]
    [InlineData("/orders?page=a&from=-1", "from=-1")]
    [InlineData("/orders?page=a&from=99999999999999999999", "from=99999999999999999999")]
    [InlineData("/orders?from=51", "from=51")]
    public void What_means_nothing_is_told(string address, string wrong) => Assert.Equal(wrong, Assert.Single(ListAddress.Of(address).Wrong));

    [Fact]
    public void It_asks_the_server_for_just_that()
    {
        var request = ListAddress.Of("/orders?status=ordered&type=fault&q=torög&bundle=1-20190819&object=1&question=open&overdue=true&sort=-waiting&page=t~51.s&from=101").ToRequest();

        Assert.Equal(
            new ListWorkOrdersRequest
            {
                Filter = new()
                {
                    Statuses = { WorkOrderStatus.Ordered }, Types_ = { WorkOrderType.Fault }, Text = "torög", BundleNumber = "1-20190819",
                    ObjectNumber = "1", OpenQuestion = true, Overdue = true,
                },
                OrderBy = "waiting desc",
                PageToken = "t",
            },
            request);
        Assert.Equal("number desc", ListAddress.Of("/orders").ToRequest().OrderBy);
    }

    [Fact]
    public void The_file_holds_the_whole_list_and_not_a_page_of_it() =>
        Assert.Equal("/orders.csv?status=ordered&q=a&sort=number", ListAddress.Of("/orders?status=ordered&q=a&sort=number&page=t&from=51").Csv);

    [Fact]
    public void From_page_to_page_one_comes_the_same_way_back()
    {
        var first = ListAddress.Of("/orders?status=ordered");
        var second = first with { Page = first.Page.Next("b", 53) };
        var third = second with { Page = second.Page.Next("c", 48) };

        Assert.Equal("/orders?status=ordered&page=b&from=54", second.ToString());
        Assert.Equal("/orders?status=ordered&page=c~54.b&from=102", third.ToString());
        var mailed = ListAddress.Of(third.ToString());
        Assert.Equal(second.ToString(), (mailed with { Page = mailed.Page.Previous }).ToString());
        Assert.Equal(first.ToString(), (mailed with { Page = mailed.Page.Previous.Previous }).ToString());
    }

    [Fact]
    public void An_address_does_not_grow_without_end()
    {
        var page = PagePlace.First;
        for (var i = 0; i < 500; i++)
            page = page.Next(new string('t', 35), 50);

        Assert.InRange(new ListAddress { Page = page }.ToString().Length, 1, 1_200);
    }

    [Theory]
    [InlineData("/orders", "Alla arbetsorder")]
    [InlineData("/orders?status=ordered", "Arbetsorder Nya")]
    [InlineData("/orders?status=ordered&page=t&from=51&sort=number", "Arbetsorder Nya")]
    [InlineData("/orders?status=accepted", "Arbetsorder pågående")]
    [InlineData("/orders?status=completed&type=fault", "Utförda, Fel")]
    [InlineData("/orders?status=ordered&type=maintenance", "Beställda, Underhåll")]
    [InlineData("/orders?type=fault", "Alla arbetsorder, Fel")]
    [InlineData("/orders?question=open", "Öppna frågor")]
    [InlineData("/orders?bundle=64010765-20190819", "Bunt 64010765-20190819")]
    [InlineData("/orders?q=torög&status=ordered", "Sökresultat")]
    [InlineData("/orders?status=xyz", "Arbetsorder")]
    public void The_heading_says_which_list_it_is(string address, string heading)
    {
        var words = new Words();
        words.Speak(Language.Swedish);
        Assert.Equal(heading, ListAddress.Of(address).Heading(words));
    }

    [Fact]
    public void Each_condition_can_be_taken_away_alone()
    {
        var address = ListAddress.Of("/orders?status=ordered&type=fault&q=a&bundle=b&object=o&question=open&overdue=true&page=t&from=51");
        var without = address.Conditions(new Words()).Select(c => c.Without.ToString()).ToList();

        Assert.Equal(7, without.Distinct().Count());
        Assert.All(without, w => Assert.Equal(5, w.Count(c => c == '&')));
        Assert.All(without, w => Assert.DoesNotContain("page=", w, StringComparison.Ordinal));
    }
}
