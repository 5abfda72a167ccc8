using FmeTyped.Schema.Model;
using FmeTyped.Schema.Naming;
using FmeTyped.Schema.Comparison;

namespace FmeTyped.Tool.SchemaFiles;

/// <summary>
/// Pins each name that could change by writing it under <c>csharp</c>: names with a suffix, names that two claim, and names of options that come from
/// their captions. All other names come from a name on the wire alone, and need no pin.
/// </summary>
internal static class PinnedNames
{
    /// <summary>The document with the names of some workspaces pinned.</summary>
    public static SchemaDocument Freeze(SchemaDocument document, IReadOnlySet<(string Repository, string Name)> workspaces)
    {
        IReadOnlyList<WorkspaceApi> apis = CSharpApi.From([.. document.Workspaces]);
        ILookup<string, WorkspaceApi> byWanted = apis.ToLookup(Wanted, StringComparer.OrdinalIgnoreCase);
        return document.WithRecords(document.Records.Select((record, i) =>
        {
            if (!workspaces.Contains(apis[i].Identity))
            {
                return record;
            }

            var choices = new CSharpChoices(record);
            if (apis[i].Type.Name != CSharpIdentifier.FromWorkspace(apis[i].Workspace.Name) || byWanted[Wanted(apis[i])].Count() > 1)
            {
                choices.NameType(apis[i].Type.Name);
            }

            PinMembers(apis[i], choices);
            return choices.Record;
        }));
    }

    private static void PinMembers(WorkspaceApi workspace, CSharpChoices choices)
    {
        ILookup<string, string> byWanted = workspace.Parameters.ToLookup(
            parameter => CSharpIdentifier.FromParameter(parameter.Parameter.Name), parameter => parameter.Property, StringComparer.Ordinal);
        foreach (ParameterApi parameter in workspace.Parameters)
        {
            string wanted = CSharpIdentifier.FromParameter(parameter.Parameter.Name);
            if (parameter.Property != wanted || byWanted[wanted].Count() > 1)
            {
                choices.NameProperty(parameter.Parameter.Name, parameter.Property);
            }

            FreezeOptions(parameter, choices);
        }
    }

    private static void FreezeOptions(ParameterApi parameter, CSharpChoices choices)
    {
        ILookup<string, string> byWanted = parameter.Options.ToLookup(option => WantedBy(option.Choice), option => option.Name, StringComparer.Ordinal);
        foreach ((Choice choice, string name) in parameter.Options.Select(option => (option.Choice, option.Name)))
        {
            string wanted = WantedBy(choice);
            if (name != wanted || byWanted[wanted].Count() > 1 || !CSharpIdentifier.OptionIsNamedByValue(choice.Value))
            {
                choices.NameOption(parameter.Parameter.Name, choice.Value, name);
            }
        }
    }

    private static string Wanted(WorkspaceApi api) => $"{api.Type.Namespace}.{CSharpIdentifier.FromWorkspace(api.Workspace.Name)}";

    private static string WantedBy(Choice choice) => CSharpIdentifier.FromOption(choice.Value, choice.Caption);
}
