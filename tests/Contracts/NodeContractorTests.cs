using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using WorkOrders.Testing;
using WorkOrders.V1;

namespace WorkOrders.Contracts.Tests;

/// <summary>A contractor's system that was written in another language, with nothing of ours but the .proto files.</summary>
public sealed class NodeContractorTests
{
    [Fact]
    public async Task A_client_in_another_language_accepts_an_order_and_follows_the_feed()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        var number = 2375L.ToString(CultureInfo.InvariantCulture);

        var (exitCode, lines, errors) = await RunAsync(
            "contractor.mjs", server.Http.ToString().TrimEnd('/'), server.Grpc.Authority, "testfirma", "testfirma-demo-secret", number);

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Equal(2, lines.Count);
        var answer = lines.Single(l => l.TryGetProperty("accepted", out _));
        var told = lines.Single(l => l.TryGetProperty("kind", out _));
        Assert.Equal("WORK_ORDER_STATUS_ACCEPTED", answer.GetProperty("accepted").GetString());
        Assert.Equal(answer.GetProperty("revision").GetString(), told.GetProperty("revision").GetString());
        Assert.Equal("accepted", told.GetProperty("kind").GetString());
        Assert.Equal("SCOPE_CHANGE_STAYED", told.GetProperty("scope").GetString());
        Assert.Equal("WORK_ORDER_STATUS_ORDERED", told.GetProperty("previous_status").GetString());
        Assert.Equal("AO Accepterad", told.GetProperty("name").GetString());
        Assert.Equal("Accepterad", told.GetProperty("text").GetString());
    }

    [Fact]
    public async Task The_standard_tus_client_uploads_a_photo_and_goes_on_after_a_break()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        var file = Path.Combine(server.Folder, "sink.jpg");
        await File.WriteAllBytesAsync(file, Camera.Photo(400, 300));

        var (exitCode, lines, errors) = await RunAsync(
            "photo.mjs", server.Http.ToString().TrimEnd('/'), "testfirma", "testfirma-demo-secret", 2375L.ToString(CultureInfo.InvariantCulture), file);

        Assert.Equal((0, ""), (exitCode, errors));
        var told = Assert.Single(lines);
        Assert.True(told.GetProperty("pieces").GetInt32() > 2);
        var orders = new WorkOrderService.WorkOrderServiceClient(server.As("testfirma"));
        await orders.AddNoteAsync(new() { RequestId = Guid.NewGuid().ToString(), Number = 2375, PhotoIds = { told.GetProperty("photo_id").GetString() } });
        var photo = Assert.Single((await orders.ListWorkOrderLogAsync(new() { Number = 2375 })).Entries[0].Photos);
        Assert.Equal((400, 300), (photo.Width, photo.Height));
    }

    private static async Task<(int ExitCode, List<JsonElement> Lines, string Errors)> RunAsync(params string[] arguments)
    {
        using var node = Process.Start(Tool.Node(arguments))!;
        var output = node.StandardOutput.ReadToEndAsync();
        var errors = node.StandardError.ReadToEndAsync();
        await node.WaitForExitAsync();
        var lines = (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return (node.ExitCode, [.. lines.Select(l => JsonSerializer.Deserialize<JsonElement>(l))], await errors);
    }
}
