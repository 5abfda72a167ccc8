using System.Text;
using System.Text.RegularExpressions;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Rules;

namespace FmeTyped.Schema.Tests.Reading;

/// <summary>Definitions that FME itself wrote: those decoded already, and those in workspace files.</summary>
public partial class V4CorpusTests(ITestOutputHelper output)
{
    [CorpusFact]
    public void Every_definition_reads_without_a_problem()
    {
        Dictionary<string, string> definitions = Definitions();
        var rows = new SortedDictionary<string, int>(StringComparer.Ordinal);
        int count = 0;
        foreach ((string file, string json) in definitions)
        {
            (EquatableArray<Parameter> parameters, EquatableArray<SchemaProblem> problems) = ReadRecords.All(json);
            // Authors leave paths of their own machine as defaults, which the reader is right to say.
            Assert.All(problems, problem => Assert.True(problem.Rule == SchemaRules.DefaultOfAnotherMachine, $"{file}: {problem.Message}"));
            foreach (Parameter parameter in parameters)
            {
                string row = $"{parameter.Type,-10} {parameter.Kind}{(parameter.IsList ? " list" : "")}{(parameter.IsDestination ? ", destination" : "")}";
                rows[row] = rows.GetValueOrDefault(row) + 1;
                count++;
            }
        }

        IEnumerable<string> table = rows.Select(row => $"{row.Value,4} {row.Key}");
        output.WriteLine($"{definitions.Count} definitions, {count} published parameters\n{string.Join('\n', table)}");
        Assert.True(definitions.Count > 60, "Definitions were not found.");
    }

    private static Dictionary<string, string> Definitions()
    {
        var definitions = new Dictionary<string, string>();
        foreach (string path in Directory.GetFiles(Corpus.PathOf("rest", "v4"), "form-definition-*.json"))
        {
            definitions.Add(Path.GetFileName(path), File.ReadAllText(path));
        }

        foreach (string path in Directory.GetFiles(Corpus.PathOf("fmw"), "*.fmw"))
        {
            // What embedded transformers define stands further down.
            if (Form().Match(File.ReadAllText(path, Encoding.Latin1)) is { Success: true } form)
            {
                definitions.Add(Path.GetFileName(path), Encoding.UTF8.GetString(Convert.FromBase64String(form.Groups[1].Value)));
            }
        }

        return definitions;
    }

    [GeneratedRegex("""<USER_PARAMETERS[^>]*?\bFORM="([^"]*)""", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
