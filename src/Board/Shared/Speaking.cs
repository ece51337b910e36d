using Microsoft.AspNetCore.Components;

namespace WorkOrders.Board.Shared;

/// <summary>
/// A part of a page that is drawn anew when another language is switched on. Blazor draws a part again only if something
/// that it was given has changed, so one that is given nothing must listen for itself.
/// </summary>
public abstract class Speaking : ComponentBase, IDisposable
{
    [Inject]
    protected Words Words { get; set; } = null!;

    protected override void OnInitialized() => Words.Changed += Draw;

    public void Dispose()
    {
        Words.Changed -= Draw;
        GC.SuppressFinalize(this);
    }

    private void Draw() => _ = InvokeAsync(StateHasChanged);
}
