using System.Text.Json;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Reading;
using FmeTyped.Schema.Reading.Fmw;
using FmeTyped.Schema.Rules;

namespace FmeTyped.Schema.Tests.Fmw;

/// <summary>Every real workspace file, against an independent reading of all of them.</summary>
public class FmwCorpusTests(ITestOutputHelper output)
{
    /// <summary>The files that are no plain workspace, and what names them.</summary>
    private static readonly Dictionary<string, string> OtherFiles = new()
    {
        ["x-asit-asso-workspace-v1.fmw"] = "does not start with the header of a workspace",
        ["x-safesoftware-1b-attributesumbyrow.fmwt"] = "ZIP archive, as workspace templates (.fmwt) are",
        ["x-safesoftware-walkthrough-analysis-complete.fmw"] = "encoded workspace, protected by a password",
    };

    [CorpusFact]
    public void Every_file_is_read_or_named()
    {
        int workspaces = 0;
        var types = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var rules = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (string fileName in FmwCorpus.FileNames())
        {
            FmwFile file = FmwCorpus.Read(fileName);
            if (OtherFiles.TryGetValue(fileName, out string? words))
            {
                Assert.Null(file.Workspace);
                Assert.Contains(words, Assert.Single(file.Problems).Message, StringComparison.Ordinal);
                continue;
            }

            Assert.NotNull(file.Workspace);
            Assert.StartsWith("FME(R) 20", file.SavedBy, StringComparison.Ordinal);
            Assert.DoesNotContain(file.Problems, problem => problem.Rule.Severity == SchemaSeverity.Error);
            workspaces++;
            foreach (Parameter parameter in file.Workspace.Parameters)
            {
                string type = $"{parameter.Kind}{(parameter.IsList ? " list" : "")} {parameter.Type}";
                types[type] = types.GetValueOrDefault(type) + 1;
            }

            foreach (SchemaProblem problem in file.Problems)
            {
                rules[problem.Rule.Id] = rules.GetValueOrDefault(problem.Rule.Id) + 1;
            }
        }

        output.WriteLine(
            $"{FmwCorpus.FileNames().Count} files, {workspaces} workspaces, {types.Values.Sum()} published parameters, {rules.GetValueOrDefault("FME0009")} "
                + "of unknown type");
        foreach ((string type, int count) in types)
        {
            output.WriteLine($"  {count,3} {type}");
        }

        foreach ((string rule, int count) in rules)
        {
            output.WriteLine($"  {count,3} {rule}");
        }

        Assert.Equal(FmwCorpus.FileNames().Count - OtherFiles.Count, workspaces);
        Assert.False(rules.ContainsKey(SchemaRules.UnknownType.Id));
    }

    /// <summary>Where the independent reading and this one differ, how often, and why.</summary>
    private static readonly Dictionary<string, int> KnownDifferences = new()
    {
        // The FORM of these types has selectMultiple or is a listbox, wherever a file has a FORM: one or several datasets can be given.
        ["list: FILE_OR_URL"] = 14,
        ["list: SOURCE_GEODATABASE"] = 16,
        ["list: SOURCE_GEODATABASE_CFG"] = 3,
        ["list: WEB_SELECT_ENCODED"] = 1,

        // Two paths in quotes, taken apart here as this is a list.
        ["default: FILE_OR_URL"] = 1,

        // The FORM's prompt has no colon, and the FORM is what FME of that year shows.
        ["prompt: ATTR"] = 2,
        ["prompt: TEXT"] = 2,
    };

    [CorpusFact]
    public void The_parameters_are_those_of_an_independent_reading()
    {
        var differences = new List<string>();
        int compared = 0;
        using JsonDocument expected = JsonDocument.Parse(Corpus.Read("fmw", "expected-parameters.json"));
        foreach (JsonElement file in expected.RootElement.EnumerateArray())
        {
            string fileName = file.GetProperty("file").GetString()!;
            EquatableArray<Parameter> found = FmwCorpus.Read(fileName).Workspace?.Parameters ?? default;
            JsonElement[] parameters = [.. file.GetProperty("parameters").EnumerateArray()];
            Assert.Equal(parameters.Select(parameter => parameter.GetProperty("name").GetString()), found.Select(parameter => parameter.Name));
            for (int i = 0; i < parameters.Length; i++)
            {
                compared++;
                foreach ((string difference, string what) in Differences(parameters[i], found[i]))
                {
                    string key = $"{difference}: {parameters[i].GetProperty("guiType").GetString()}";
                    differences.Add(key);
                    output.WriteLine($"{fileName} {found[i].Name} {key} {what}");
                }
            }
        }

        output.WriteLine($"{compared} parameters compared");
        Assert.Equal(
            KnownDifferences.OrderBy(known => known.Key, StringComparer.Ordinal),
            differences.GroupBy(difference => difference).Select(group => KeyValuePair.Create(group.Key, group.Count()))
                .OrderBy(found => found.Key, StringComparer.Ordinal));
    }

    private static IEnumerable<(string Difference, string What)> Differences(JsonElement expected, Parameter found)
    {
        string type = expected.GetProperty("guiType").GetString()!;
        EquatableArray<Choice> options = Options(expected);
        ParameterKind? kind = GuiType.FindKind(type, found.IsList, options, Precision(expected));
        if (kind != found.Kind)
        {
            yield return ("kind", found.Kind.ToString());
        }

        if (expected.GetProperty("multiple").GetBoolean() != found.IsList)
        {
            yield return ("list", found.Type);
        }

        if (expected.GetProperty("optional").GetBoolean() != found.IsOptional)
        {
            yield return ("optional", "");
        }

        if (expected.GetProperty("prompt").GetString() != found.Prompt)
        {
            yield return ("prompt", $"'{expected.GetProperty("prompt").GetString()}' against '{found.Prompt}'");
        }

        bool hasOptions = found.Kind is ParameterKind.Choice or ParameterKind.Boolean or ParameterKind.OpenChoice;
        if (hasOptions && !options.Select(Sent).SequenceEqual(found.Choices.Select(Sent)))
        {
            yield return ("options", $"{string.Join('%', options.Select(option => option.Value))} against "
                + $"{string.Join('%', found.Choices.Select(option => option.Value))}");
        }

        string defaultText = expected.GetProperty("default").GetString() ?? "";
        string[] defaults = expected.TryGetProperty("defaultValues", out JsonElement values) && values.ValueKind == JsonValueKind.Array
            ? [.. values.EnumerateArray().Select(value => value.GetString()!)]
            : [defaultText];
        IEnumerable<string> foundDefaults = found.DefaultIsWithheld ? ["withheld"] : found.Default?.Items ?? default;
        if (!defaults.SequenceEqual(foundDefaults) && !(defaultText.Length == 0 && !found.HasDefault))
        {
            yield return ("default", $"{string.Join('|', defaults)} against {string.Join('|', foundDefaults)}");
        }
    }

    private static (string Value, string Caption) Sent(Choice choice) => (choice.Value, choice.Caption);

    private static EquatableArray<Choice> Options(JsonElement expected) => expected.GetProperty("options") is { ValueKind: JsonValueKind.Array } options
        ? EquatableArray.From(options.EnumerateArray()
            .Select(option => new Choice(option.GetProperty("value").GetString()!, option.GetProperty("display").GetString()!)).ToList())
        : default;

    private static int? Precision(JsonElement expected) =>
        expected.TryGetProperty("range", out JsonElement range) && range.GetProperty("precision") is { ValueKind: JsonValueKind.Number } precision
            ? precision.GetInt32()
            : null;
}
