using FmeTyped.Schema.Model;
using FmeTyped.Schema.Naming;
using FmeTyped.Schema.Comparison;

namespace FmeTyped.Tool.SchemaFiles;

/// <summary>
/// Writes each name that could move down under <c>csharp</c>: one that has a suffix, one that two want, and one that an option owes to
/// its caption. All others are made of a name on the wire alone, and need no word.
/// </summary>
internal static class PinnedNames
{
    /// <summary>The document with the names of some workspaces written down.</summary>
    public static SchemaDocument Freeze(SchemaDocument document, IReadOnlySet<(string Repository, string Name)> workspaces)
    {
        IReadOnlyList<WorkspaceApi> surfaces = CSharpApi.From([.. document.Workspaces]);
        ILookup<string, WorkspaceApi> byWanted = surfaces.ToLookup(Wanted, StringComparer.OrdinalIgnoreCase);
        return document.WithRecords(document.Records.Select((record, i) =>
        {
            if (!workspaces.Contains(surfaces[i].Identity))
            {
                return record;
            }

            var choices = new CSharpChoices(record);
            if (surfaces[i].Type.Name != CSharpIdentifier.FromWorkspace(surfaces[i].Workspace.Name) || byWanted[Wanted(surfaces[i])].Count() > 1)
            {
                choices.NameType(surfaces[i].Type.Name);
            }

            FreezeMembers(surfaces[i], choices);
            return choices.Record;
        }));
    }

    private static void FreezeMembers(WorkspaceApi workspace, CSharpChoices choices)
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

    private static string Wanted(WorkspaceApi surface) => $"{surface.Type.Namespace}.{CSharpIdentifier.FromWorkspace(surface.Workspace.Name)}";

    private static string WantedBy(Choice choice) => CSharpIdentifier.FromOption(choice.Value, choice.Caption);
}
