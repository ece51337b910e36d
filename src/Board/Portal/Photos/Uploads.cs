using Grpc.Core;
using Microsoft.JSInterop;
using WorkOrders.Board.Live;
using WorkOrders.Board.Portal.Keeping;

namespace WorkOrders.Board.Portal.Photos;

/// <summary>
/// Sends photos, one after the other and from one tab at a time, and begins again by itself wherever a line has broken.
/// They are sent as soon as they are picked, so that the note needn't wait for them.
/// </summary>
public sealed class Uploads : IDisposable
{
    private static readonly TimeSpan NeverSent = TimeSpan.FromDays(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly Camera _camera;
    private readonly Device _device;
    private readonly SameAccount _same;
    private readonly TimeProvider _time;
    private readonly Backoff _backoff = new(Random.Shared, LongestPause);
    private readonly Again _again;
    private readonly ITimer _later;
    private string? _account;

    public Uploads(Camera camera, Device device, SameAccount same, TimeProvider time)
    {
        (_camera, _device, _same, _time) = (camera, device, same, time);
        _again = new(_ => RunAsync(), TimeSpan.Zero, time);
        _later = time.CreateTimer(_ => Go(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        camera.Progressed += Progress;
    }

    /// <summary>Something about <see cref="Photos"/> has changed.</summary>
    public event Action? Changed;

    /// <summary>A photo is up, or never will be.</summary>
    public event Action? Settled;

    /// <summary>The account's on this device.</summary>
    public IReadOnlyList<PickedPhoto> Photos { get; private set; } = [];

    public PickedPhoto? Find(string key) => Photos.FirstOrDefault(p => p.Key == key);

    /// <summary>Goes on with what is there of an account.</summary>
    public async Task BeginAsync(string account)
    {
        _account = account;
        await _camera.TidyAsync(_time.GetUtcNow() - NeverSent);
        await RefreshAsync();
        Go();
    }

    /// <summary>Tries now: the network may be back.</summary>
    public void Go()
    {
        if (_account is not null && Photos.Any(IsMissing))
            _again.Ask();
    }

    public async Task<Picked> TakeAsync(Microsoft.AspNetCore.Components.ElementReference input, string account, long number, int most)
    {
        _account ??= account;
        var picked = await _camera.TakeAsync(input, account, number, most);
        await RefreshAsync();
        Go();
        return picked;
    }

    public async Task RemoveAsync(string key, bool evenIfTaken = false)
    {
        await _camera.RemoveAsync(key, evenIfTaken);
        await RefreshAsync();
        Settled?.Invoke();
    }

    public async Task SendAgainAsync(IEnumerable<string> keys)
    {
        await _camera.AgainAsync(keys);
        await RefreshAsync();
        Go();
    }

    /// <summary>Reads what is on the disk.</summary>
    public async Task RefreshAsync(string? account = null)
    {
        if ((_account ??= account) is not { } mine)
            return;
        Photos = await _camera.ListAsync(mine);
        Changed?.Invoke();
    }

    public void Dispose()
    {
        _camera.Progressed -= Progress;
        _later.Dispose();
        _again.Dispose();
    }

    private static bool IsMissing(PickedPhoto photo) => photo is { Id: null, Problem: null };

    private async Task RunAsync()
    {
        try
        {
            await using var turn = await _device.TurnAsync("photos");
            await RefreshAsync();
            while (Photos.FirstOrDefault(IsMissing) is { Key: { } key })
            {
                if (!await _device.IsOnlineAsync() || !await _same.IsStillAsync(_account!))
                    return;
                var outcome = await _camera.UploadAsync(key);
                await RefreshAsync();
                if (outcome.IsPassing)
                {
                    if (!outcome.IsSignedOut)
                        TryLater(TimeSpan.FromSeconds(outcome.RetryAfterSeconds));
                    return;
                }
                _backoff.Reset();
                Settled?.Invoke();
            }
        }
        catch (Exception e) when (e is JSException or RpcException { StatusCode: not StatusCode.Unauthenticated })
        {
            TryLater(TimeSpan.Zero);
        }
        catch (RpcException)
        {
            _same.Doubt(); // until somebody has signed in, and a line is opened
        }
    }

    private void TryLater(TimeSpan asked)
    {
        var pause = _backoff.Next();
        _later.Change(pause > asked ? pause : asked, Timeout.InfiniteTimeSpan);
    }

    private void Progress(string key, long sent)
    {
        Photos = [.. Photos.Select(p => p.Key == key ? p with { Sent = sent } : p)];
        Changed?.Invoke();
    }
}
