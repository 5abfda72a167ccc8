using System.Collections.Generic;
using System.Linq;
using FmeTyped.Schema.Emission;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Naming;

namespace FmeTyped.Schema.Surface;

/// <summary>What callers see of generated code: the names and types of all workspaces of a schema file.</summary>
internal static class CSharpSurface
{
    public static IReadOnlyList<WorkspaceSurface> Of(IReadOnlyCollection<Workspace> workspaces, string rootNamespace = "")
    {
        TypeNames names = TypeNames.Assign(workspaces.Select(WorkspaceIdentity.Of), rootNamespace);
        return [.. workspaces.Select(workspace => Of(workspace, names.Of(workspace)))];
    }

    private static WorkspaceSurface Of(Workspace workspace, TypeName type)
    {
        MemberNames names = MemberNames.Of(workspace, type.Name);
        return new WorkspaceSurface(
            workspace,
            type,
            [.. workspace.Parameters.Select((parameter, i) => Of(parameter, names.Properties[i], names.OptionTypes[i]))]);
    }

    private static ParameterSurface Of(Parameter parameter, string property, string? optionType) => new(
        parameter,
        property,
        ParameterType.Of(parameter, optionType).Property,
        optionType,
        optionType is null ? [] : [.. parameter.Choices.Zip(MemberNames.OfOptions(parameter, optionType), (choice, name) => new OptionSurface(choice, name))]);
}
