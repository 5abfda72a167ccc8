using Microsoft.AspNetCore.Components;

namespace FmeTyped.Blazor;

/// <summary>The end of a form, for a template with buttons of its own. A button of the type <c>submit</c> submits the form.</summary>
public sealed class FmeFormButtons
{
    internal FmeFormButtons()
    {
    }

    /// <summary>Whether the request is on its way.</summary>
    public bool IsBusy { get; internal init; }

    /// <summary>The buttons as they are without a template.</summary>
    public RenderFragment Content { get; internal init; } = _ => { };
}
