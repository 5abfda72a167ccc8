using System.Collections.Generic;
using System.Linq;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Naming;

namespace FmeTyped.Schema.Comparison;

/// <summary>The C# API of a workspace.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="Type">Its record.</param>
/// <param name="Parameters">Its properties, in the author's order.</param>
internal sealed record WorkspaceApi(Workspace Workspace, TypeName Type, IReadOnlyList<ParameterApi> Parameters)
{
    public (string Repository, string Name) Identity => (Workspace.Repository, Workspace.Name);

    /// <summary>The parameter with a name on the wire; null if there is none.</summary>
    public ParameterApi? Find(string name) => Parameters.FirstOrDefault(parameter => parameter.Parameter.Name == name);
}
