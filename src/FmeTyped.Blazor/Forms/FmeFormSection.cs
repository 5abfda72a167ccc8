using Microsoft.AspNetCore.Components;

namespace FmeTyped.Blazor;

/// <summary>A section of a form, for a template.</summary>
public sealed class FmeFormSection
{
    internal FmeFormSection()
    {
    }

    /// <summary>The prompt of the group that the section is; empty for parameters that stand in no group.</summary>
    public string Title { get; internal init; } = "";

    /// <summary>Whether at least one of its parameters applies now.</summary>
    public bool IsVisible { get; internal init; }

    /// <summary>The fields.</summary>
    public RenderFragment Content { get; internal init; } = _ => { };
}
