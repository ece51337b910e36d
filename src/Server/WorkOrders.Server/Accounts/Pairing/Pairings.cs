namespace WorkOrders.Server.Accounts.Pairing;

/// <summary>
/// The screens that ask to be paired just now. In memory: anybody may ask, so asking must cost no disk; and after a restart
/// a screen shows another code by itself. Safe for use by many at once.
/// </summary>
internal sealed class Pairings(PairingSettings settings, TimeProvider clock)
{
    // networks hurry some requests and delay others
    private static readonly TimeSpan Leeway = TimeSpan.FromSeconds(0.5);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, WaitingScreen> _byUserCode = [];
    private readonly Dictionary<string, string> _userCodes = [];

    /// <summary>Begins one, and tells the device code, of which only a hash is kept; null if too many wait already.</summary>
    public (WaitingScreen Screen, string DeviceCode)? Begin(string address, string browser)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            Forget(now);
            if (_byUserCode.Count >= settings.MaximumCodes)
                return null;
            var deviceCode = Codes.NewDeviceCode();
            var screen = new WaitingScreen
            {
                UserCode = UnusedCode(),
                DeviceCodeHash = Codes.HashOf(deviceCode),
                Address = address,
                Browser = browser,
                AskedAt = now,
                ExpiresAt = now.AddMinutes(settings.CodeMinutes),
            };
            _byUserCode.Add(screen.UserCode, screen);
            _userCodes.Add(screen.DeviceCodeHash, screen.UserCode);
            return (screen, deviceCode);
        }
    }

    /// <summary>The one that shows this code and can still be approved.</summary>
    public WaitingScreen? Find(string typed)
    {
        lock (_gate)
            return Open(typed);
    }

    /// <summary>False if no screen shows the code now. What has been approved already may be approved again.</summary>
    public bool Approve(string typed, Approval approval) => Change(typed, p => p.IsOver ? p : p with { Approval = approval });

    public bool Deny(string typed) => Change(typed, p => p.IsOver ? p : p with { IsDenied = true });

    /// <summary>Whether the screen has been approved. That it has is told once.</summary>
    public PollOutcome Poll(string deviceCode)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            if (!_userCodes.TryGetValue(Codes.HashOf(deviceCode), out var userCode))
                return PollOutcome.Expired;
            var screen = _byUserCode[userCode];
            if (screen.ExpiresAt <= now || screen.IsOver)
                return PollOutcome.Expired;
            if (screen.IsDenied)
                return PollOutcome.Denied;
            var hurries = now - screen.PolledAt < TimeSpan.FromSeconds(settings.PollSeconds) - Leeway;
            _byUserCode[userCode] = screen with { PolledAt = now, IsOver = !hurries && screen.Approval is not null };
            return hurries ? PollOutcome.SlowDown
                : screen.Approval is { } approval ? new PollOutcome.Approved(screen, approval)
                : PollOutcome.Pending;
        }
    }

    private bool Change(string typed, Func<WaitingScreen, WaitingScreen> change)
    {
        lock (_gate)
        {
            if (Open(typed) is not { } screen)
                return false;
            _byUserCode[screen.UserCode] = change(screen);
            return true;
        }
    }

    private WaitingScreen? Open(string typed) =>
        Codes.Read(typed) is { } code && _byUserCode.TryGetValue(code, out var screen) && !screen.IsDenied && screen.ExpiresAt > clock.GetUtcNow()
            ? screen : null;

    private string UnusedCode()
    {
        while (true)
        {
            var code = Codes.NewUserCode();
            if (!_byUserCode.ContainsKey(code))
                return code;
        }
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var old in _byUserCode.Values.Where(p => p.ExpiresAt <= now).ToList())
        {
            _byUserCode.Remove(old.UserCode);
            _userCodes.Remove(old.DeviceCodeHash);
        }
    }
}
