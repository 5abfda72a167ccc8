using System;

namespace FmeTyped.Schema.Model;

/// <summary>A workspace as callers see it. The same whether it was read from REST v3, REST v4 or an .fmw file.</summary>
/// <param name="Repository">The repository it is published to.</param>
/// <param name="Name">Its file name, with <c>.fmw</c>.</param>
internal sealed record Workspace(string Repository, string Name)
{
    public string Title { get; init; } = "";

    public string Description { get; init; } = "";

    /// <summary>The services it is registered for, by the names of their addresses. Empty is none only where <see cref="ServicesAreKnown"/>.</summary>
    public EquatableArray<string> Services { get; init; }

    /// <summary>Whether its source says which services it is registered for.</summary>
    public bool ServicesAreKnown { get; init; }

    /// <summary>The published parameters, in the author's order.</summary>
    public EquatableArray<Parameter> Parameters { get; init; }

    /// <summary>The team's own choice of a class name; null for the one made of <see cref="Name"/>.</summary>
    public string? CSharpName { get; init; }

    /// <summary>The team's own choice of a namespace; null for the one made of <see cref="Repository"/>.</summary>
    public string? CSharpNamespace { get; init; }

    /// <summary>Whether a service can run it, as far as is known: where its source lists no services, any of them may.</summary>
    public bool MayBeRunBy(string service)
    {
        if (!ServicesAreKnown)
        {
            return true;
        }

        foreach (string name in Services)
        {
            if (string.Equals(name, service, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
