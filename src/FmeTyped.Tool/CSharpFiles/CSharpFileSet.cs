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
        return named.Length <= SharedFiles.MostFiles
            ? named.ToDictionary(workspace => HintName.Of(workspace.Type), workspace => SourceFileEmitter.Emit(workspace.Workspace, workspace.Type))
            : SharedFiles.Of(named).Where(file => file.Workspaces.Count > 0).ToDictionary(file => file.HintName, file => SourceFileEmitter.Emit(file.Workspaces));
    }
}
