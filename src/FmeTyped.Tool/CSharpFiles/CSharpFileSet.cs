using FmeTyped.Schema.Emission;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Naming;

namespace FmeTyped.Tool.CSharpFiles;

/// <summary>The C# files that the generator makes of workspaces, by name.</summary>
internal static class CSharpFileSet
{
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyCollection<Workspace> workspaces, string rootNamespace)
    {
        TypeNames names = TypeNames.Assign(workspaces.Select(WorkspaceIdentity.Of), rootNamespace);
        NamedWorkspace[] named = [.. workspaces.Select(workspace => new NamedWorkspace(workspace, names.Of(workspace)))];
        return GeneratedFiles.Of(named).Where(file => file.Workspaces.Count > 0).ToDictionary(file => file.HintName, file => SourceFileEmitter.Emit(file.Workspaces));
    }
}
