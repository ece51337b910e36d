using Microsoft.AspNetCore.Components;

namespace WorkOrders.Board.Shared.Forms;

/// <summary>
/// A field of a <see cref="Form"/>: what it is called, what helps to fill it in, and what is wrong with it. Attributes that
/// it doesn't know are the input's.
/// </summary>
public abstract class FormField : ComponentBase, IDisposable
{
    /// <summary>Its path in the contract, such as <c>contact_details.name</c>: that is how a server names it that refuses it.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string? Hint { get; set; }

    [Parameter]
    public string Value { get; set; } = "";

    [Parameter]
    public EventCallback<string> ValueChanged { get; set; }

    [Parameter(CaptureUnmatchedValues = true)]
    public Dictionary<string, object>? Attributes { get; set; }

    [CascadingParameter]
    public Form Form { get; set; } = null!;

    /// <summary>Identity of the input in the document.</summary>
    public string Id => IdOf(Name);

    public string HintId => $"{Id}-hint";

    public string ProblemId => $"{Id}-problem";

    public string? Problem => Form.ProblemOf(Name);

    protected string? DescribedBy => (Hint, Problem) switch
    {
        (null, null) => null,
        (_, null) => HintId,
        (null, _) => ProblemId,
        _ => $"{HintId} {ProblemId}",
    };

    protected string? Invalid => Problem is null ? null : "true";

    public static string IdOf(string name) => name.Replace('.', '-').Replace('_', '-');

    protected override void OnInitialized() => Form.Join(this);

    public void Dispose()
    {
        Form.Leave(this);
        GC.SuppressFinalize(this);
    }

    protected Task SetAsync(string? value) => ValueChanged.InvokeAsync(value ?? "");
}
