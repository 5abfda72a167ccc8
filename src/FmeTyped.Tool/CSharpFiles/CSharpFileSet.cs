using FmeTyped.Schema.Emission;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Naming;

namespace FmeTyped.Tool.CSharpFiles;

/// <summary>The C# files that the generator produces for workspaces, by name.</summary>
internal static class CSharpFileSet
{
    public static IReadOnlyDictionary<string, string> From(IReadOnlyCollection<Workspace> workspaces, string rootNamespace)
    {
        TypeNames names = TypeNames.Assign(workspaces.Select(WorkspaceIdentity.From), rootNamespace);
        NamedWorkspace[] named = [.. workspaces.Select(workspace => new NamedWorkspace(workspace, names.From(workspace)))];
        return GeneratedFiles.From(named)
            .Where(file => file.Workspaces.Count > 0)
            .ToDictionary(file => file.HintName, file => SourceFileEmitter.Emit(file.Workspaces));
    }
}
