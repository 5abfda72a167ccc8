using System.Collections.Generic;
using System.Linq;
using FmeTyped.Schema.Emission;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Naming;

namespace FmeTyped.Schema.Comparison;

/// <summary>The API of generated code that callers see: the names and types of all workspaces of a schema file.</summary>
internal static class CSharpApi
{
    public static IReadOnlyList<WorkspaceApi> From(IReadOnlyCollection<Workspace> workspaces, string rootNamespace = "")
    {
        TypeNames names = TypeNames.Assign(workspaces.Select(WorkspaceIdentity.From), rootNamespace);
        return [.. workspaces.Select(workspace => From(workspace, names.From(workspace)))];
    }

    private static WorkspaceApi From(Workspace workspace, TypeName type)
    {
        MemberNames names = MemberNames.From(workspace, type.Name);
        return new WorkspaceApi(
            workspace,
            type,
            [.. workspace.Parameters.Select((parameter, i) => From(parameter, names.Properties[i], names.OptionTypes[i]))]);
    }

    private static ParameterApi From(Parameter parameter, string property, string? optionType) => new(
        parameter,
        property,
        ParameterType.From(parameter, optionType).Property,
        optionType,
        optionType is null ? [] : [.. parameter.Choices.Zip(MemberNames.OfOptions(parameter, optionType), (choice, name) => new OptionSurface(choice, name))]);
}
