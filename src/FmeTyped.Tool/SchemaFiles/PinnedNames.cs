using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Naming;
using FmeTyped.Schema.Comparison;

namespace FmeTyped.Tool.SchemaFiles;

/// <summary>
/// Pins each name that could change by writing it under <c>csharp</c>: names with a suffix, names that two claim, and names of options that come from
/// their captions. All other names come from a name on the wire alone, and need no pin. Names that are too long to be read get a shorter one.
/// </summary>
internal static class PinnedNames
{
    /// <summary>The document with the names of some workspaces pinned.</summary>
    public static SchemaDocument Freeze(SchemaDocument document, IReadOnlySet<(string Repository, string Name)> workspaces)
    {
        document = Shorten(document, workspaces);
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

    private static SchemaDocument Shorten(SchemaDocument document, IReadOnlySet<(string Repository, string Name)> workspaces)
    {
        IReadOnlyList<WorkspaceApi> apis = CSharpApi.From([.. document.Workspaces]);
        string[] types = new string[apis.Count];
        foreach (IGrouping<string, int> inNamespace in Enumerable.Range(0, apis.Count).GroupBy(i => apis[i].Type.Namespace, StringComparer.OrdinalIgnoreCase))
        {
            int[] members = [.. inNamespace];
            string[] names = ShortNames(
                [.. members.Select(i => ($"{apis[i].Workspace.Repository}/{apis[i].Workspace.Name}", apis[i].Type.Name))],
                [],
                StringComparer.OrdinalIgnoreCase);
            for (int i = 0; i < members.Length; i++)
            {
                types[members[i]] = names[i];
            }
        }

        return document.WithRecords(
            document.Records.Select((record, i) => workspaces.Contains(apis[i].Identity) ? Shorten(record, apis[i], types[i]) : record));
    }

    // What the team chose is not replaced.
    private static JsonObject Shorten(JsonObject record, WorkspaceApi api, string type)
    {
        var choices = new CSharpChoices(record);
        if (type != api.Type.Name)
        {
            choices.NameType(type);
        }

        string[] properties = ShortNames(
            [.. api.Parameters.Select(parameter => (parameter.Parameter.Name, parameter.Property))],
            [type, .. api.Parameters.Select(parameter => parameter.OptionType).OfType<string>()],
            StringComparer.Ordinal);
        foreach ((ParameterApi parameter, string property) in api.Parameters.Zip(properties))
        {
            if (property != parameter.Property)
            {
                choices.NameProperty(parameter.Parameter.Name, property);
            }

            string[] options = ShortNames([.. parameter.Options.Select(option => (option.Choice.Value, option.Name))], [], StringComparer.Ordinal);
            foreach ((OptionSurface option, string name) in parameter.Options.Zip(options).Where(pair => pair.First.Name != pair.Second))
            {
                choices.NameOption(parameter.Parameter.Name, option.Choice.Value, name);
            }
        }

        return choices.Record;
    }

    /// <summary>The names of one scope, with the long ones shortened. Which of two gets a contested name does not depend on their order.</summary>
    private static string[] ShortNames(IReadOnlyList<(string WireName, string Name)> names, IEnumerable<string> reserved, StringComparer comparer)
    {
        var scope = new NameScope(comparer);
        foreach (string taken in reserved.Concat(names.Select(name => name.Name)))
        {
            scope.Reserve(taken);
        }

        NameCandidate[] tooLong = [.. names.Where(name => ShortName.IsNeededFor(name.Name)).Select(name => Shortened(name.WireName, name.Name))];
        var shorter = new Queue<string>(scope.Assign(tooLong));
        return [.. names.Select(name => ShortName.IsNeededFor(name.Name) ? shorter.Dequeue() : name.Name)];
    }

    private static NameCandidate Shortened(string wireName, string name) => new(wireName, ShortName.From(name), IsChosen: false);

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
