using FmeTyped.Metadata;
using Microsoft.AspNetCore.Components;

namespace FmeTyped.Blazor.Controls;

/// <summary>What the controls have in common. Each is the control of one kind of parameter; a form chooses it.</summary>
public abstract class FmeControl : ComponentBase, IHandleEvent
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

    /// <summary>
    /// Takes the new text of a control. Controls bind it (<c>@bind:get</c> and <c>@bind:set</c>), so that Blazor knows what the browser shows already: it would
    /// otherwise set the text again a round trip later, over what a person has typed since.
    /// </summary>
    /// <param name="text">The text in the browser.</param>
    protected Task ChangeAsync(string? text) => Field.SetAsync([TextOf(text)]);

    /// <summary>A text of the browser, in the form that a parameter has.</summary>
    /// <param name="text">The text in the browser.</param>
    protected static string TextOf(string? text) => (text ?? "").ReplaceLineEndings("\n");

    // A change renders the form, and the form renders the control with its new field. Rendered by itself the control would show the old text in between.
    Task IHandleEvent.HandleEventAsync(EventCallbackWorkItem item, object? arg) => item.InvokeAsync(arg);
}
