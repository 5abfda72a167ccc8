using System;
using System.Collections.Generic;
using FmeTyped.Schema.Model;

namespace FmeTyped.Schema.Naming;

/// <summary>The namespaces and type names of all workspaces of a project.</summary>
internal sealed class TypeNames
{
    private readonly Dictionary<(string Repository, string Workspace), TypeName> _names;

    private TypeNames(Dictionary<(string Repository, string Workspace), TypeName> names) => _names = names;

    /// <param name="workspaces">The workspaces.</param>
    /// <param name="rootNamespace">The project's root namespace as the build has it, which need not be one; empty if it has none.</param>
    public static TypeNames Assign(IEnumerable<WorkspaceIdentity> workspaces, string rootNamespace)
    {
        string root = RootNamespace.From(rootNamespace) is { Length: > 0 } ofProject ? ofProject + ".Fme" : "Fme";
        // Case does not tell generated files apart, so it does not tell types apart either.
        var byNamespace = new Dictionary<string, List<(WorkspaceIdentity Workspace, string Namespace)>>(StringComparer.OrdinalIgnoreCase);
        foreach (WorkspaceIdentity workspace in workspaces)
        {
            string name = workspace.CSharpNamespace ?? $"{root}.{CSharpIdentifier.FromRepository(workspace.Repository)}";
            if (!byNamespace.TryGetValue(name, out List<(WorkspaceIdentity, string)>? members))
            {
                byNamespace.Add(name, members = []);
            }

            members.Add((workspace, name));
        }

        var names = new Dictionary<(string Repository, string Workspace), TypeName>();
        foreach (KeyValuePair<string, List<(WorkspaceIdentity, string)>> group in byNamespace)
        {
            AssignWithin(ScopeOf(group.Key, byNamespace.Keys), group.Value, names);
        }

        return new TypeNames(names);
    }

    public TypeName From(Workspace workspace) => _names[(workspace.Repository, workspace.Name)];

    // A namespace inside of this one, which a team may have chosen, and a type cannot have one name.
    private static NameScope ScopeOf(string namespaceName, IEnumerable<string> namespaces)
    {
        var scope = new NameScope(StringComparer.OrdinalIgnoreCase);
        string prefix = namespaceName + ".";
        foreach (string other in namespaces)
        {
            if (other.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                scope.Reserve(other.Substring(prefix.Length).Split('.')[0]);
            }
        }

        return scope;
    }

    private static void AssignWithin(
        NameScope scope,
        List<(WorkspaceIdentity Workspace, string Namespace)> members,
        Dictionary<(string Repository, string Workspace), TypeName> names)
    {
        var wanted = new NameCandidate[members.Count];
        for (int i = 0; i < wanted.Length; i++)
        {
            WorkspaceIdentity workspace = members[i].Workspace;
            wanted[i] = new NameCandidate(
                $"{workspace.Repository}/{workspace.Workspace}",
                workspace.CSharpName ?? CSharpIdentifier.FromWorkspace(workspace.Workspace),
                workspace.CSharpName is not null);
        }

        string[] given = scope.Assign(wanted);
        for (int i = 0; i < given.Length; i++)
        {
            (WorkspaceIdentity workspace, string namespaceName) = members[i];
            names[(workspace.Repository, workspace.Workspace)] = new TypeName(namespaceName, given[i]);
        }
    }
}

/// <summary>Where a generated type stands.</summary>
internal readonly record struct TypeName(string Namespace, string Name);

/// <summary>What the name of a workspace's type depends on.</summary>
internal readonly record struct WorkspaceIdentity(string Repository, string Workspace, string? CSharpName, string? CSharpNamespace)
{
    public static WorkspaceIdentity From(Workspace workspace) =>
        new(workspace.Repository, workspace.Name, workspace.CSharpName, workspace.CSharpNamespace);
}
