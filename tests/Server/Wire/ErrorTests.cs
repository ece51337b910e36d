using System.Reflection;
using Google.Rpc;
using Grpc.Core;
using WorkOrders.Server.Wire;
using WorkOrders.V1;

namespace WorkOrders.Server.Tests.Wire;

public sealed class ErrorTests
{
    private static IEnumerable<string> Names => typeof(Errors).GetMethods(BindingFlags.Public | BindingFlags.Static)
        .Where(m => m.ReturnType == typeof(RpcException)).Select(m => m.Name);

    public static TheoryData<string> Factories => [.. Names];

    [Fact]
    public void Every_reason_of_the_contract_has_its_factory() =>
        Assert.Equal(Enum.GetNames<ErrorReason>().Where(r => r != nameof(ErrorReason.Unspecified)).Order(), Names.Order());

    [Theory]
    [MemberData(nameof(Factories))]
    public void It_says_what_is_wrong_in_both_languages_and_holds_all_that_is_dynamic(string factory)
    {
        var status = Made(factory).GetRpcStatus()!;
        var info = status.GetDetail<ErrorInfo>();
        Assert.Equal(("workorders", factory), (info.Domain, Pascal(info.Reason)));
        Assert.Equal(["sv-SE", "en"], Texts(status).Select(t => t.Locale));
        Assert.Equal(status.Message, Texts(status)[1].Message);

        var known = string.Join(' ', info.Metadata.Values);
        Assert.All(Dynamic.Where(d => Texts(status).Any(t => t.Message.Contains(d, StringComparison.Ordinal))),
            d => Assert.Contains(d, known, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(nameof(Errors.RateLimited))]
    [InlineData(nameof(Errors.WatchLimitExceeded))]
    [InlineData(nameof(Errors.WriterSaturated))]
    [InlineData(nameof(Errors.StoreUnavailable))]
    [InlineData(nameof(Errors.ServerDraining))]
    public void Where_waiting_helps_it_says_how_long(string factory) =>
        Assert.True(Made(factory).GetRpcStatus()!.GetDetail<RetryInfo>().RetryDelay.ToTimeSpan() > TimeSpan.Zero);

    private static readonly Guid SomeId = Guid.Parse("6f1c2a9e-0000-4000-8000-123456789abc");

    /// <summary>Every value that <see cref="Made"/> puts in, as a message would show it.</summary>
    private static readonly string[] Dynamic = ["4711", "dynamic", "6f1c2a9e"];

    private static RpcException Made(string factory)
    {
        var method = typeof(Errors).GetMethod(factory)!;
        return (RpcException)method.Invoke(null, [.. method.GetParameters().Select(p => Sample(p.ParameterType))])!;
    }

    private static object Sample(Type type) => type switch
    {
        _ when type == typeof(long) => 4711L,
        _ when type == typeof(int) => 4711,
        _ when type == typeof(string) => "dynamic",
        _ when type == typeof(Guid) => SomeId,
        _ when type == typeof(TimeSpan) => TimeSpan.FromSeconds(3),
        _ when type == typeof(InvalidStateTransition) => new InvalidStateTransition
        {
            Number = 4711, CurrentStatus = WorkOrderStatus.Ordered, RequestedCommand = WorkOrderCommand.Complete,
        },
        _ when type == typeof(EtagMismatch) => new EtagMismatch { Number = 4711, CurrentEtag = "W1" },
        _ when type == typeof(FeedRange) => new FeedRange { LogId = "dynamic" },
        _ => new[] { new BadRequest.Types.FieldViolation { Field = "dynamic" } },
    };

    private static List<LocalizedMessage> Texts(Google.Rpc.Status status) =>
        [.. status.Details.Where(d => d.Is(LocalizedMessage.Descriptor)).Select(d => d.Unpack<LocalizedMessage>())];

    private static string Pascal(string reason) => string.Concat(reason.Split('_').Select(w => w[..1] + w[1..].ToLowerInvariant()));
}
