using System.Net;
using System.Net.Sockets;
using System.Text;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Web;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using WorkOrders.Testing;
using WorkOrders.V1;
using Client = WorkOrders.V1.WorkOrderService.WorkOrderServiceClient;

namespace WorkOrders.Server.Tests.Hosting;

public sealed class LimitTests
{
    [Fact]
    public async Task Who_calls_too_often_is_told_how_long_to_wait_and_others_are_not_touched()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var server = await TestServer.StartAsync(new()
        {
            Clock = clock,
            Settings = { ["Limits:MachineBurst"] = "3", ["Limits:MachineCallsPerMinute"] = "60" },
        });
        var firm = new AccountService.AccountServiceClient(server.As("testfirma"));
        for (var i = 0; i < 3; i++)
            await firm.GetMyAccountAsync(new());

        var error = await Assert.ThrowsAsync<RpcException>(async () => await firm.GetMyAccountAsync(new()));
        Assert.Equal(StatusCode.ResourceExhausted, error.StatusCode);
        Assert.Equal("RATE_LIMITED", error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
        Assert.Equal(1_000, error.GetRpcStatus()!.GetDetail<RetryInfo>()!.RetryDelay.ToTimeSpan().TotalMilliseconds, tolerance: 1);
        Assert.Equal("1000", error.Trailers.GetValue("grpc-retry-pushback-ms"));

        await new AccountService.AccountServiceClient(server.As("rorjouren")).GetMyAccountAsync(new());
        clock.Advance(TimeSpan.FromSeconds(1));
        await firm.GetMyAccountAsync(new());
    }

    [Fact]
    public async Task A_person_may_write_twenty_times_at_once_and_read_on_after_that()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var server = await TestServer.StartAsync(new() { Clock = clock });
        using var session = await server.SignInAsync("elsa");
        var elsa = new AccountService.AccountServiceClient(GrpcChannel.ForAddress(
            server.Http, new() { HttpHandler = new GrpcWebHandler(session.CreateHandler()), HttpVersion = HttpVersion.Version11 }));
        UpdateMyContactDetailsRequest details = new() { ContactDetails = new() { Name = "Elsa Österberg", Email = "elsa@example.org" } };
        for (var i = 0; i < 20; i++)
            await elsa.UpdateMyContactDetailsAsync(details);
        var error = await Assert.ThrowsAsync<RpcException>(async () => await elsa.UpdateMyContactDetailsAsync(details));
        Assert.Equal(StatusCode.ResourceExhausted, error.StatusCode);
        await elsa.GetMyAccountAsync(new());
        clock.Advance(TimeSpan.FromSeconds(1));
        await elsa.UpdateMyContactDetailsAsync(details);
    }

    [Fact]
    public async Task A_call_without_a_deadline_gets_one()
    {
        await using var server = await TestServer.StartAsync(
            new() { GuideOrders = true, Settings = { ["Limits:UnaryDeadlineSeconds"] = "1" } });
        await using var other = new SqliteConnection($"Data Source={server.Folder}/workorders.db;Pooling=False");
        await other.OpenAsync();
        // holds up the writer
        await using var transaction = other.BeginTransaction(deferred: false);
        var error = await Assert.ThrowsAsync<RpcException>(async () => await new Client(server.As("testfirma"))
            .AcceptWorkOrderAsync(new() { RequestId = Guid.NewGuid().ToString(), Number = 2375 }));
        Assert.Equal(StatusCode.DeadlineExceeded, error.StatusCode);
    }

    [Fact]
    public async Task A_message_larger_than_the_limit_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        var error = await Assert.ThrowsAsync<RpcException>(async () => await new Client(server.As("testfirma"))
            .AddNoteAsync(new() { RequestId = Guid.NewGuid().ToString(), Number = 1, Text = new string('x', 300 * 1024) }));
        Assert.Equal(StatusCode.ResourceExhausted, error.StatusCode);
    }

    [Fact]
    public async Task A_compressed_message_is_not_unpacked()
    {
        await using var server = await TestServer.StartAsync();
        var error = await Assert.ThrowsAsync<RpcException>(async () => await new Client(server.As("testfirma")).AddNoteAsync(
            new() { RequestId = Guid.NewGuid().ToString(), Number = 1, Text = new string('x', 200 * 1024) },
            new Metadata { { "grpc-internal-encoding-request", "gzip" } }));
        Assert.Equal(StatusCode.Unimplemented, error.StatusCode);
    }

    [Fact]
    public async Task Whoever_sends_his_headers_too_slowly_is_cut_off()
    {
        await using var server = await TestServer.StartAsync(new() { Settings = { ["Limits:HeaderTimeoutSeconds"] = "1" } });
        using var slow = new TcpClient();
        await slow.ConnectAsync(IPAddress.Loopback, server.Http.Port);
        await slow.GetStream().WriteAsync(Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\nHost: "));
        using var reader = new StreamReader(slow.GetStream());
        var answer = await reader.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(30));
        Assert.StartsWith("HTTP/1.1 408", answer);
    }
}
