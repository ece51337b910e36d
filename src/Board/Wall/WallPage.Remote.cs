using System.Globalization;
using Microsoft.AspNetCore.Components.Routing;
using WorkOrders.Board.Wall.Settings;

namespace WorkOrders.Board.Wall;

/// <summary>What somebody does to a wall with a remote control, a keyboard or a finger. It stays in the address.</summary>
public sealed partial class WallPage
{
    /// <summary>How long the answer to a key stands there.</summary>
    private static readonly TimeSpan SaidFor = TimeSpan.FromSeconds(3);

    private Func<string>? _said;
    private long _saidAt;

    private void Press(RemoteKey key) => _ = InvokeAsync(() =>
    {
        switch (key)
        {
            case RemoteKey.Next:
            case RemoteKey.Previous:
                Turn(key is RemoteKey.Next ? 1 : -1);
                break;
            case RemoteKey.Larger:
            case RemoteKey.Smaller:
                Scale(key is RemoteKey.Larger ? 1 : -1);
                break;
            case RemoteKey.Back:
                CloseNotice();
                break;
            default:
                Hold(key is RemoteKey.Pause || (key is RemoteKey.Toggle && !_rotation.IsPaused));
                break;
        }
        StateHasChanged();
    });

    private void Turn(int by)
    {
        _rotation.Turn(by);
        if (_rotation.IsPaused)
            Remember("show", _rotation.Current.Slug());
        Say(() => Words[$"Wall.Layout.{_rotation.Current}"]);
    }

    private void Hold(bool pause)
    {
        if (!_rotation.CanTurn)
            return;
        _rotation.Pause(pause);
        Remember("show", pause ? _rotation.Current.Slug() : null);
        Say(() => Words[pause ? "Wall.SaidPaused" : "Wall.SaidResumed"]);
    }

    private void Scale(int steps)
    {
        var next = (_settings.Scale / WallSettings.ScaleStep + steps + (steps < 0 && _settings.Scale % WallSettings.ScaleStep > 0 ? 1 : 0)) * WallSettings.ScaleStep;
        var scale = Math.Clamp(next, WallSettings.SmallestScale, WallSettings.LargestScale);
        Remember("scale", scale.ToString(CultureInfo.InvariantCulture));
        Say(() => Words.Format("Wall.SaidScale", scale));
    }

    private void CloseNotice() => _isNoticeClosed = true;

    private void Remember(string name, string? value) =>
        navigation.NavigateTo(WallSettings.Address(navigation.Uri, name, value), new Microsoft.AspNetCore.Components.NavigationOptions { ReplaceHistoryEntry = true });

    private void Moved(object? sender, LocationChangedEventArgs e) => _ = InvokeAsync(() =>
    {
        ReadSettings();
        StateHasChanged();
    });

    private void ReadSettings()
    {
        _settings = WallSettings.Of(navigation.Uri);
        _rotation.Set(_settings);
    }

    private void Say(Func<string> what) => (_said, _saidAt) = (what, time.GetTimestamp());

    private void Forget()
    {
        if (_said is not null && time.GetElapsedTime(_saidAt) >= SaidFor)
            _said = null;
    }
}
