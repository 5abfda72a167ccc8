using FmeTyped.Metadata;
using Microsoft.AspNetCore.Components;

namespace FmeTyped.Blazor.Controls;

/// <summary>What the controls have in common. Each is the control of one kind of parameter; a form chooses it.</summary>
public abstract class FmeControl : ComponentBase
{
    /// <summary>The field that the control stands in.</summary>
    [Parameter, EditorRequired]
    public FmeFormField Field { get; set; } = null!;

    /// <summary>The parameter.</summary>
    protected FmeParameterDescriptor Parameter => Field.Parameter;

    /// <summary>What tells a reader of the page about the control, whatever its kind.</summary>
    protected IReadOnlyDictionary<string, object> Described => new Dictionary<string, object>
    {
        ["aria-invalid"] = Field.Problems.Count > 0 ? "true" : "false",
        ["aria-describedby"] = $"{Field.Id}-help {Field.Id}-problems",
    };

    /// <summary>The attributes of a control that is one element.</summary>
    protected IReadOnlyDictionary<string, object> Attributes => new Dictionary<string, object>(Described)
    {
        ["id"] = Field.Id,
        ["name"] = Field.Name,
        ["required"] = Field.IsRequired,
    };

    /// <summary>Takes the new text of a control.</summary>
    /// <param name="change">What the browser tells.</param>
    protected Task ChangeAsync(ChangeEventArgs change) => Field.SetAsync([TextOf(change)]);

    /// <summary>The new text of a control.</summary>
    /// <param name="change">What the browser tells.</param>
    protected static string TextOf(ChangeEventArgs change) => (change?.Value as string ?? "").ReplaceLineEndings("\n");
}
