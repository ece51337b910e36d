using System.Net;
using Google.Protobuf;
using Grpc.Core;
using WorkOrders.Server.Tests.Lifecycle;
using WorkOrders.Testing;
using WorkOrders.V1;

namespace WorkOrders.Server.Tests.Photos;

/// <summary>Photos on notes and completions, and who sees them there.</summary>
public sealed class NoteTests(Scene scene) : IClassFixture<Scene>
{
    [Fact]
    public async Task Photos_stand_in_the_log_row_in_the_order_in_which_they_were_given()
    {
        using var firm = await Sender.AsAsync(scene.Server, "testfirma");
        var number = (await scene.OrderedAsync()).Number;
        string[] ids = [await firm.UploadAsync(number, Camera.Photo(80, 40)), await firm.UploadAsync(number, Camera.Photo(30, 60))];
        await scene.Firm.AddNoteAsync(new() { RequestId = Scene.NewId(), Number = number, Text = "Så här ser det ut", PhotoIds = { ids[1], ids[0] } });

        var row = (await scene.Elsa.ListWorkOrderLogAsync(new() { Number = number })).Entries[0];
        Assert.Equal("Så här ser det ut", row.Text);
        Assert.Equal([(ids[1], 30, 60), (ids[0], 80, 40)], row.Photos.Select(p => (p.PhotoId, p.Width, p.Height)));
        Assert.Equal(row, (await scene.EventsOfAsync(number))[^1].LogEntry);
    }

    [Fact]
    public async Task A_photo_alone_is_a_note_and_photos_come_with_a_completion_and_its_draft()
    {
        using var firm = await Sender.AsAsync(scene.Server, "testfirma");
        var number = (await scene.AcceptedAsync()).Number;
        var (before, after) = (await firm.UploadAsync(number, Camera.Photo()), await firm.UploadAsync(number, Camera.Photo()));
        await scene.Firm.AddNoteAsync(new() { RequestId = Scene.NewId(), Number = number, PhotoIds = { before } });
        await scene.Firm.UpdateWorkOrderAsync(new()
        {
            RequestId = Scene.NewId(), Number = number, Changes = new() { ActionPerformed = "Bytt blandare" }, UpdateMask = new() { Paths = { "action_performed" } },
        });
        await scene.Firm.CompleteWorkOrderAsync(new() { RequestId = Scene.NewId(), Number = number, PhotoIds = { after } });

        var rows = (await scene.Elsa.ListWorkOrderLogAsync(new() { Number = number })).Entries;
        Assert.Equal(("AO Utförd", "Bytt blandare", after), (rows[0].Name, rows[0].Text, Assert.Single(rows[0].Photos).PhotoId));
        Assert.Equal(("AO Information", "", before), (rows[2].Name, rows[2].Text, Assert.Single(rows[2].Photos).PhotoId));
    }

    [Fact]
    public async Task A_repeated_request_gets_the_first_answer()
    {
        using var firm = await Sender.AsAsync(scene.Server, "testfirma");
        var number = (await scene.OrderedAsync()).Number;
        var note = new AddNoteRequest { RequestId = Scene.NewId(), Number = number, PhotoIds = { await firm.UploadAsync(number, Camera.Photo()) } };

        var first = await scene.Firm.AddNoteAsync(note);
        Assert.Equal(first, await scene.Firm.AddNoteAsync(note));
    }

    [Fact]
    public async Task A_photo_is_taken_once()
    {
        using var firm = await Sender.AsAsync(scene.Server, "testfirma");
        var number = (await scene.OrderedAsync()).Number;
        var id = await firm.UploadAsync(number, Camera.Photo());
        AddNoteRequest Note() => new() { RequestId = Scene.NewId(), Number = number, PhotoIds = { id } };

        // at once, and so perhaps in one commit
        var notes = Enumerable.Range(0, 10).Select(_ => scene.Firm.AddNoteAsync(Note()).ResponseAsync).ToList();
        await Assert.ThrowsAsync<RpcException>(() => Task.WhenAll(notes));
        _ = Assert.Single(notes, n => n.IsCompletedSuccessfully);
        (await Refusal.OfAsync(scene.Firm.AddNoteAsync(Note()))).Is(StatusCode.FailedPrecondition, "PHOTO_NOT_READY");
        Assert.Single(await scene.EventsOfAsync(number), e => e.LogEntry.Photos.Count > 0);
    }

    [Fact]
    public async Task What_is_not_there_in_full_or_is_anothers_is_not_ready()
    {
        using var firm = await Sender.AsAsync(scene.Server, "testfirma");
        using var elsa = await Sender.AsAsync(scene.Server, "elsa");
        var number = (await scene.OrderedAsync()).Number;
        var photo = Camera.Photo();
        var unfinished = await firm.BegunAsync(number, photo.Length);
        (await firm.AddAsync(unfinished, 0, photo[..^1])).Dispose();
        string[] ids =
        [
            unfinished.Split('/')[^1],
            await firm.UploadAsync((await scene.OrderedAsync()).Number, photo),
            await elsa.UploadAsync(number, photo),
            Guid.NewGuid().ToString(),
        ];
        var head = scene.Head;
        foreach (var id in ids)
        {
            var refusal = await Refusal.OfAsync(scene.Firm.AddNoteAsync(new() { RequestId = Scene.NewId(), Number = number, Text = "Se foto", PhotoIds = { id } }));
            refusal.Is(StatusCode.FailedPrecondition, "PHOTO_NOT_READY");
            Assert.Equal(id, refusal.Info.Metadata["photo_id"]);
        }
        Assert.Equal(head, scene.Head);
    }

    [Fact]
    public async Task Photos_are_checked_as_the_form_that_they_are_in()
    {
        var number = (await scene.AcceptedAsync()).Number;
        var once = Guid.NewGuid().ToString();
        IEnumerable<string>[] wrong = [["not an id"], [once, once], Enumerable.Range(0, 11).Select(_ => Guid.NewGuid().ToString())];
        foreach (var ids in wrong)
        {
            Assert.Contains("photo_ids", (await Refusal.OfAsync(scene.Firm.AddNoteAsync(
                new() { RequestId = Scene.NewId(), Number = number, Text = "x", PhotoIds = { ids } }))).Fields);
            Assert.Contains("photo_ids", (await Refusal.OfAsync(scene.Firm.CompleteWorkOrderAsync(
                new() { RequestId = Scene.NewId(), Number = number, PhotoIds = { ids } }))).Fields);
        }
    }

    [Fact]
    public async Task The_status_is_judged_before_the_photos()
    {
        var number = (await scene.OrderedAsync()).Number;
        (await Refusal.OfAsync(scene.Firm.CompleteWorkOrderAsync(
            new() { RequestId = Scene.NewId(), Number = number, ActionPerformed = "Bytt", PhotoIds = { Guid.NewGuid().ToString() } })))
            .Is(StatusCode.FailedPrecondition, "INVALID_STATE_TRANSITION");
    }

    [Fact]
    public async Task A_photo_is_for_whoever_may_read_its_row_and_hidden_from_others_as_if_it_were_not()
    {
        using var firm = await Sender.AsAsync(scene.Server, "testfirma");
        using var rival = await Sender.AsAsync(scene.Server, "rorjouren");
        using var elsa = await Sender.AsAsync(scene.Server, "elsa");
        using var person = await scene.Server.SignInAsync("1999/99999");
        var number = (await scene.OrderedAsync()).Number;
        var id = await firm.UploadAsync(number, Camera.Photo());
        var unknown = await AnswerAsync(firm.Http, Guid.NewGuid().ToString());
        // before it is on a note: for its own account
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(firm.Http, id));
        foreach (var other in new[] { rival.Http, elsa.Http, person.Http }) Assert.Equal(unknown, await AnswerAsync(other, id));

        await scene.Firm.AddNoteAsync(new() { RequestId = Scene.NewId(), Number = number, PhotoIds = { id } });
        foreach (var reader in new[] { firm.Http, elsa.Http, person.Http }) Assert.Equal(HttpStatusCode.OK, await StatusAsync(reader, id));
        Assert.Equal(unknown, await AnswerAsync(rival.Http, id));

        await scene.Dispatch.ReassignWorkOrderAsync(new() { RequestId = Scene.NewId(), Number = number, ContractorId = Scene.RivalId, Reason = "Hinner inte" });
        // at once; nor does the new one read what was before
        foreach (var other in new[] { firm.Http, person.Http, rival.Http }) Assert.Equal(unknown, await AnswerAsync(other, id));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(elsa.Http, id));

        var news = await rival.UploadAsync(number, Camera.Photo());
        await scene.Rival.AddNoteAsync(new() { RequestId = Scene.NewId(), Number = number, PhotoIds = { news } });
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(rival.Http, news));
        Assert.Equal(unknown, await AnswerAsync(firm.Http, news));
    }

    [Fact]
    public async Task A_browser_keeps_a_photo_and_asks_each_time_whether_it_may_show_it()
    {
        using var firm = await Sender.AsAsync(scene.Server, "testfirma");
        var number = (await scene.OrderedAsync()).Number;
        var id = await firm.UploadAsync(number, Camera.Photo());
        await scene.Firm.AddNoteAsync(new() { RequestId = Scene.NewId(), Number = number, PhotoIds = { id } });

        using var first = await firm.Http.GetAsync($"/photos/{id}");
        Assert.Equal(("image/jpeg", "no-cache, private", "nosniff"), (
            first.Content.Headers.ContentType?.MediaType, first.Headers.CacheControl?.ToString(), first.Headers.GetValues("X-Content-Type-Options").Single()));
        using var again = await AskAgainAsync();
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        await scene.Dispatch.ReassignWorkOrderAsync(new() { RequestId = Scene.NewId(), Number = number, ContractorId = Scene.RivalId, Reason = "Hinner inte" });
        using var gone = await AskAgainAsync();
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);

        async Task<HttpResponseMessage> AskAgainAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/photos/{id}");
            request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            return await firm.Http.SendAsync(request);
        }
    }

    [Fact]
    public async Task No_photo_hangs_on_a_wall()
    {
        using var firm = await Sender.AsAsync(scene.Server, "testfirma");
        var number = (await scene.OrderedAsync()).Number;
        var id = await firm.UploadAsync(number, Camera.Photo());
        await scene.Firm.AddNoteAsync(new() { RequestId = Scene.NewId(), Number = number, PhotoIds = { id } });

        var wall = await scene.Dispatch.GetWallBoardAsync(new());
        Assert.Contains(wall.NewestEvents, e => e.Number == number && e.NoteAdded is not null);
        Assert.False(Scene.Holds(wall.ToByteArray(), id));
        // while what isn't on the wall has it
        Assert.Contains(await scene.LogAsync(), e => Scene.Holds(e.Payload, id));
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient reader, string id)
    {
        using var large = await reader.GetAsync($"/photos/{id}");
        using var small = await reader.GetAsync($"/photos/{id}/small");
        Assert.Equal(large.StatusCode, small.StatusCode);
        return large.StatusCode;
    }

    private static async Task<string> AnswerAsync(HttpClient reader, string id)
    {
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(reader, id));
        using var answer = await reader.GetAsync($"/photos/{id}");
        return $"{string.Join(' ', answer.Content.Headers)} {answer.Headers.CacheControl} {await answer.Content.ReadAsStringAsync()}";
    }
}
