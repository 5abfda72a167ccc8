using System;
using System.Collections.Generic;
using FmeTyped.Schema.Emission;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Naming;

namespace FmeTyped.Generator.Analyzers;

/// <summary>The schema of a generated request.</summary>
internal sealed class RequestSchema
{
    private readonly Lazy<Dictionary<string, ParameterSchema>> _parameters;

    public RequestSchema(NamedWorkspace named)
    {
        Workspace = named.Workspace;
        Type = named.Type;
        _parameters = new(ReadParameters);
    }

    public Workspace Workspace { get; }

    public TypeName Type { get; }

    /// <summary>The workspace as FME writes it, such as <c>Samples/austinDownload.fmw</c>.</summary>
    public string Path => $"{Workspace.Repository}/{Workspace.Name}";

    /// <summary>The parameter of a property; null for a hand-written property.</summary>
    public ParameterSchema? FindProperty(string name) => _parameters.Value.TryGetValue(name, out ParameterSchema? found) ? found : null;

    private Dictionary<string, ParameterSchema> ReadParameters()
    {
        MemberNames names = MemberNames.From(Workspace, Type.Name);
        var parameters = new Dictionary<string, ParameterSchema>(StringComparer.Ordinal);
        for (int i = 0; i < Workspace.Parameters.Count; i++)
        {
            parameters[names.Properties[i]] = new ParameterSchema(this, Workspace.Parameters[i], names.OptionTypes[i]);
        }

        return parameters;
    }
}

/// <summary>The schema of a property of a generated request.</summary>
/// <param name="Request">The request.</param>
/// <param name="Parameter">The published parameter.</param>
/// <param name="OptionType">The name of the type of its options; null if it has none.</param>
internal sealed record ParameterSchema(RequestSchema Request, Parameter Parameter, string? OptionType)
{
    /// <summary>The parameter and its workspace as text.</summary>
    public string Words => $"{Parameter.Name} of {Request.Path}";
}
