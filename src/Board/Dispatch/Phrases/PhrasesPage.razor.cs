using Google.Protobuf.Collections;
using Grpc.Core;
using Microsoft.AspNetCore.Components;
using WorkOrders.Board.Live;
using WorkOrders.Board.Portal;
using WorkOrders.Board.Shared;
using WorkOrders.Board.Shared.Forms;
using WorkOrders.V1;

namespace WorkOrders.Board.Dispatch.Phrases;

/// <summary>The catalogue of standard phrases: added, changed, retired; and which of them tenants see.</summary>
public sealed partial class PhrasesPage
{
    /// <summary>What other dispatchers do to the catalogue is in no feed.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(20);

    private readonly OneWish<AddPhraseRequest> _add = new();
    private readonly OneWish<UpdatePhraseRequest> _update = new();
    private RepeatedField<CataloguePhrase>? _phrases;
    private CataloguePhrase? _changing;
    private FormProblems _problems = FormProblems.None;
    private Func<string>? _told;
    private bool _isOpen;
    private ITimer? _tick;

    [Inject]
    private DispatchService.DispatchServiceClient Desk { get; set; } = null!;

    [Inject]
    private Page Page { get; set; } = null!;

    protected override async Task<long> LoadAsync(CancellationToken stop)
    {
        _phrases = (await Desk.ListPhraseCatalogueAsync(new(), cancellationToken: stop)).Phrases;
        return long.MaxValue;
    }

    protected override bool Concerns(FeedItem item) => false;

    protected override void OnAfterRender(bool firstRender)
    {
        base.OnAfterRender(firstRender);
        if (firstRender)
            _tick = Time.CreateTimer(_ => Reload(), null, LookAgain, LookAgain);
    }

    protected override void Dispose(bool disposing)
    {
        _tick?.Dispose();
        base.Dispose(disposing);
    }

    private async Task BeginAsync(CataloguePhrase? phrase)
    {
        (_isOpen, _changing, _problems, _told) = (true, phrase, FormProblems.None, null);
        StateHasChanged();
        await Page.FocusAsync("#editing input");
    }

    private async Task CloseAsync()
    {
        (_isOpen, _problems) = (false, FormProblems.None);
        await Page.FocusAsync("#list");
    }

    private Task SaveAsync(CataloguePhrase phrase) => SendAsync(async () =>
    {
        _phrases = _changing is null
            ? (await Desk.AddPhraseAsync(_add.Of(new() { Phrase = phrase.Phrase }))).Phrases
            : (await Desk.UpdatePhraseAsync(_update.Of(new() { Text = _changing.Phrase.Text, Phrase = phrase }))).Phrases;
        var text = phrase.Phrase.Text.Trim();
        _told = () => Words.Format("Phrases.Saved", text);
        await CloseAsync();
    });

    private async Task MoveAsync(CataloguePhrase phrase, int place, int by, string button)
    {
        var target = place + by;
        if (target < 0 || target >= _phrases!.Count)
            return;
        (_isOpen, _problems, _told) = (false, FormProblems.None, null);
        await SendAsync(async () =>
        {
            _phrases = (await Desk.UpdatePhraseAsync(_update.Of(new() { Text = phrase.Phrase.Text, Phrase = phrase, Position = (uint)target + 1 }))).Phrases;
            _told = () => Words.Format("Phrases.Moved", phrase.Phrase.Text, target + 1);
            StateHasChanged();
            // it goes on being moved by the same key
            await Page.FocusAsync($"#{button}-{target}");
        });
    }

    private async Task SendAsync(Func<Task> send)
    {
        try
        {
            await send();
            _add.Answered();
            _update.Answered();
        }
        catch (RpcException e)
        {
            var refusal = new Refusal(e);
            _problems = FormProblems.Of(refusal);
            if (refusal.IsPassing)
                return;
            _add.Answered();
            _update.Answered();
        }
    }
}
