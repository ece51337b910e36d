using Google.Protobuf;
using WorkOrders.Domain;
using WorkOrders.Server.Wire;
using Contract = WorkOrders.V1;

namespace WorkOrders.Server.Tests.Wire;

public sealed class TenantMessagesTests
{
    public static TheoryData<int> Samples => [.. Enumerable.Range(0, EventSamples.All.Count)];

    [Theory, MemberData(nameof(Samples))]
    public void From_the_log_tenants_learn_what_the_core_says_they_may(int sample)
    {
        var happened = EventSamples.All[sample];
        var stored = EventSamples.Step(happened).ToWire(7, 0, Guid.Empty, DateTimeOffset.UnixEpoch);

        var item = TenantMessages.Of(EventNames.Of(happened), stored.ToByteArray());

        var news = TenantView.Of(happened);
        Assert.Equal(news?.Kind.ToWire(), item?.Kind);
        Assert.Equal(news is null ? null : TenantWords.Of(news), item?.Text);
    }

    [Fact]
    public void Everything_that_is_told_has_words_in_both_languages()
    {
        foreach (var kind in Enum.GetValues<TenantNewsKind>())
        {
            var text = TenantWords.Of(new TenantNews(kind, "Tid är bokad med kund", new(2026, 12, 3)));
            Assert.Equal(new TenantNews(kind).IsTold, text is not null);
            if (text is not null) AssertInBoth(text);
        }
        foreach (var status in Enum.GetValues<TenantStatus>())
        {
            AssertInBoth(TenantWords.Of(status));
            AssertInBoth(TenantWords.ExplanationOf(status));
        }
        foreach (var type in Enum.GetValues<Contract.WorkOrderType>()) AssertInBoth(TenantWords.Of(type));
    }

    [Fact]
    public void Every_phrase_that_the_catalogue_begins_with_has_its_english()
    {
        foreach (var phrase in StandardPhrases.Seed.Where(p => p.TenantVisible))
            AssertInBoth(TenantWords.Of(new TenantNews(TenantNewsKind.Noted, phrase.Text))!);
    }

    private static void AssertInBoth(Contract.TenantText text)
    {
        Assert.NotEmpty(text.Swedish);
        Assert.NotEmpty(text.English);
        Assert.NotEqual(text.Swedish, text.English);
    }
}
