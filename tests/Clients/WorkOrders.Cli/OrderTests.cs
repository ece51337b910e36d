using System.Text.Json;
using WorkOrders.Testing;

namespace WorkOrders.Cli.Tests;

public sealed class OrderTests
{
    [Fact]
    public async Task The_guides_scenario_is_worked_off_at_the_command_line()
    {
        await using var terminal = await Terminal.OpenAsync();
        string[][] lines =
        [
            ["accept", "2376"],
            ["note", "2376", "--phrase", "tid är bokad"],
            ["ask", "2376", "Ska blandaren bytas?"],
            ["answer", "2376", "Ja byt blandaren", "--as", "elsa"],
        ];
        foreach (var line in lines)
            Assert.Equal(0, (await terminal.AoAsync(line)).ExitCode);

        var page = await terminal.AoAsync("show", "2376");
        string[] rows =
        [
            "Beställningssvar Beställningssvar Ja byt blandaren",
            "AO Information Beställningsfråga Beställningsfråga Ska blandaren bytas?",
            "AO Information AO Information Tid är bokad med kund",
            "AO Information AO Accepterad Accepterad",
            "AO Information AO Registrerad och Beställd",
        ];
        var log = page.Output.Split("Noteringar\n")[1].Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1);
        Assert.Equal(rows, log.Select(row => string.Join(' ', row.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(2))));

        var done = await terminal.AoAsync("complete", "AO2376", "--action", "Bytt blandare");
        Assert.StartsWith("Arbetsorder 2376: Utförd", done.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_is_shown_with_the_guides_labels()
    {
        await using var terminal = await Terminal.OpenAsync();

        var page = (await terminal.AoAsync("show", "2375")).Output;

        string[] labels = ["Objektnummer:", "Våning:", "Telefon övrig/SMS:", "Inflyttning:", "Inpassering till objektet:", "Buntnummer:", "Utförare:", "Utrymme:", "Fakturauppgifter", "AO2375"];
        Assert.All(labels, label => Assert.Contains(label, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Orders_are_bundled_in_the_order_in_which_they_are_named_and_taken_out_again()
    {
        await using var terminal = await Terminal.OpenAsync();

        var bundled = await terminal.AoAsync("bundle", "2377", "AO2375", "--as", "elsa");
        Assert.Matches(@"^Arbetsorder 2375: 64010765-\d{8}-\d-2 ", bundled.Output);
        Assert.Matches(@"(?m)^Arbetsorder 2377: 64010765-\d{8}-\d-1 ", bundled.Output);

        Assert.Equal(0, (await terminal.AoAsync("unbundle", "2375", "--as", "elsa")).ExitCode);
        Assert.DoesNotMatch(@"Buntnummer: +64010765-\d{8}-\d-2", (await terminal.AoAsync("show", "2375")).Output);
        Assert.Equal((2, 1), ((await terminal.AoAsync("bundle", "--as", "elsa")).ExitCode, (await terminal.AoAsync("bundle", "2375", "2376")).ExitCode));
    }

    [Fact]
    public async Task An_invoice_reference_is_looked_up_to_the_letter()
    {
        await using var terminal = await Terminal.OpenAsync();

        Assert.StartsWith("Arbetsorder 2375: Beställd · Testfirma AB", (await terminal.AoAsync("look-up", "AO2375", "--as", "elsa")).Output, StringComparison.Ordinal);
        foreach (var wrong in (string[])["AO 2375", "AO-2375", "ao2375", "2375"])
        {
            var refused = await terminal.AoAsync("look-up", wrong, "--as", "elsa");
            Assert.Equal(1, refused.ExitCode);
            Assert.Contains("Den skrivs AO och numret, utan mellanslag, bindestreck", refused.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task English_is_spoken_at_wish()
    {
        await using var terminal = await Terminal.OpenAsync();

        Assert.Contains("Bundle number:", (await terminal.AoAsync("show", "2375", "--lang", "en")).Output, StringComparison.Ordinal);
        Assert.Contains("work orders", (await terminal.AoAsync("list", "--lang", "en")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_can_be_narrowed_and_read_by_programs()
    {
        await using var terminal = await Terminal.OpenAsync();
        await terminal.AoAsync("accept", "2375");

        using var json = JsonDocument.Parse((await terminal.AoAsync("list", "--status", "beställd", "--json")).Output);

        Assert.Equal(
            ["2377", "2376"],
            json.RootElement.GetProperty("workOrders").EnumerateArray().Select(order => order.GetProperty("number").GetString()));
    }

    [Fact]
    public async Task Questions_are_listed_until_they_are_answered_and_then_among_the_answered()
    {
        await using var terminal = await Terminal.OpenAsync();
        await terminal.AoAsync("ask", "2376", "Ska blandaren bytas?");

        Assert.Matches("2376 .*Torögatan 51 .*Ska blandaren bytas[?](?s:.*)1 frågor · 1 öppna i allt, 0 olästa svar", (await terminal.AoAsync("questions", "--as", "elsa")).Output);

        await terminal.AoAsync("answer", "2376", "Ja byt blandaren", "--as", "elsa");
        Assert.StartsWith("0 questions · 0 open in all, 1 unread answers", (await terminal.AoAsync("questions", "--lang", "en")).Output.Split('\n')[^2], StringComparison.Ordinal);
        Assert.Matches("2376 .*Ska blandaren bytas[?].*Oläst.*Ja byt blandaren", (await terminal.AoAsync("questions", "--answered")).Output);

        using var json = JsonDocument.Parse((await terminal.AoAsync("questions", "--answered", "--json")).Output);
        Assert.Equal("Ja byt blandaren", json.RootElement.GetProperty("questions")[0].GetProperty("question").GetProperty("answer").GetProperty("text").GetString());
    }

    [Fact]
    public async Task What_the_server_refuses_is_told_with_what_is_allowed()
    {
        await using var terminal = await Terminal.OpenAsync();

        var refused = await terminal.AoAsync("complete", "2375", "--action", "Bytt");

        Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
        Assert.Contains("Tillåtet nu: Acceptera, Avslå", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_can_be_read_by_programs()
    {
        await using var terminal = await Terminal.OpenAsync();

        var refused = await terminal.AoAsync("show", "999999", "--json");

        using var json = JsonDocument.Parse(refused.Error);
        Assert.Equal((1, "WORK_ORDER_NOT_FOUND"), (refused.ExitCode, json.RootElement.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task The_same_request_id_is_carried_out_once()
    {
        await using var terminal = await Terminal.OpenAsync();
        string[] line = ["message", "2375", "På väg", "--request-id", "6a0d6b3f-43a5-4a41-8a9e-0a3f0a6b7c11"];

        var first = await terminal.AoAsync(line);
        var second = await terminal.AoAsync(line);

        Assert.Equal(first.Output, second.Output);
    }

    [Fact]
    public async Task Photos_go_with_a_note_and_with_a_completion()
    {
        await using var terminal = await Terminal.OpenAsync();
        await File.WriteAllBytesAsync(Path.Combine(terminal.Home, "sink.jpg"), Camera.Photo());
        await terminal.AoAsync("accept", "2376");

        Assert.Equal(0, (await terminal.AoAsync("note", "2376", "--photo", "sink.jpg", "--photo", "sink.jpg")).ExitCode);
        Assert.Equal(0, (await terminal.AoAsync("complete", "2376", "--action", "Bytt blandare", "--photo", "sink.jpg")).ExitCode);
        var page = (await terminal.AoAsync("show", "2376")).Output;
        Assert.Contains("[2 foton]", page, StringComparison.Ordinal);
        Assert.Contains("Bytt blandare [1 foto]", page, StringComparison.Ordinal);

        var missing = await terminal.AoAsync("note", "2376", "--photo", "none.jpg");
        Assert.Equal(2, missing.ExitCode);
        Assert.Contains("none.jpg", missing.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deadlines_are_moved_and_failed_visits_recorded_at_the_command_line()
    {
        await using var terminal = await Terminal.OpenAsync();
        await terminal.AoAsync("accept", "2376");
        string[][] lines =
        [
            ["priority", "2376", "brådskande", "--as", "elsa"],
            ["contact", "2376", "--text", "Kommer tisdag"],
            ["failed-visit", "2376", "Ingen öppnade", "--notice", "sms"],
            ["pause", "2376", "Blandare beställd"],
        ];
        foreach (var line in lines)
            Assert.Equal((0, ""), (await terminal.AoAsync(line)) is var result ? (result.ExitCode, result.Error) : default);

        var page = (await terminal.AoAsync("show", "2376")).Output;
        Assert.Matches("Prioritet: +Brådskande · Pausad", page);
        Assert.Matches("Första kontakt: +kontaktad ", page);
        Assert.Matches("Pausad: +Väntar på reservdelar/material, .* Blandare beställd", page);
        Assert.Matches(@"Bomkörning: +.* \(SMS\) Ingen öppnade", page);

        Assert.Equal(0, (await terminal.AoAsync("resume", "2376")).ExitCode);
        Assert.Matches("Klar senast: +20", (await terminal.AoAsync("show", "2376")).Output);
        Assert.Equal(2, (await terminal.AoAsync("failed-visit", "2376", "Ingen öppnade", "--notice", "sms", "--at", "i går")).ExitCode);
        Assert.Equal(2, (await terminal.AoAsync("failed-visit", "2376", "Ingen öppnade")).ExitCode);
        var early = await terminal.AoAsync("failed-visit", "2376", "Ingen öppnade", "--notice", "none", "--at", "2019-08-19 10:00");
        Assert.Equal(1, early.ExitCode);
        Assert.Contains("Kan inte vara före beställningen.", early.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_landlord_registers_and_places_an_order()
    {
        await using var terminal = await Terminal.OpenAsync();

        var placed = await terminal.AoAsync(
            "register", "--as", "elsa", "--object", "64010770", "--street", "Torögatan 53", "--phrase", "Stopp i avlopp", "--contractor", "1999/99999");

        Assert.StartsWith("Arbetsorder 2378: Beställd", placed.Output, StringComparison.Ordinal);
    }
}
