using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using FmeTyped.Generator.Tests.Harness;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Tests.Fmw;
using Microsoft.CodeAnalysis;

namespace FmeTyped.Generator.Tests.Conformance;

/// <summary>Generates and compiles a workspace for each row of the table, with the values of the row in C#.</summary>
internal sealed partial class ConformanceTable
{
    private static readonly Lazy<ConformanceTable> Compiled = new(() => new ConformanceTable());

    private readonly GeneratorRun _run;
    private readonly Type _values;

    private ConformanceTable()
    {
        _run = GeneratorRun.From(Sample.From([.. Rows.Select(SchemaOf)]), $"internal static class Values {{\n{string.Concat(Rows.Select(CodeOf))}}}");
        var context = new TestLoadContext();
        _values = context.Load(TestLoadContext.ImageOf(_run.Output)).GetType("Values")!;
    }

    public static IReadOnlyList<ConformanceRow> Rows { get; } =
    [
        .. ColorRows.All, .. CheckboxRows.All, .. DateTimeRows.All, .. DropdownRows.All, .. ListboxRows.All, .. TreeRows.All, .. NumberRows.All,
        .. GroupRows.All, .. GeometryRows.All, .. TextRows.All, .. FileRows.All, .. VisibilityRows.All,
    ];

    public static ConformanceTable Instance => Compiled.Value;

    /// <summary>The request with the value that fits.</summary>
    public IFmeRequest Good(int row) => (IFmeRequest)_values.GetMethod($"Good{row}")!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null)!;

    /// <summary>The request with the value that does not fit.</summary>
    public IFmeRequest Bad(int row) => (IFmeRequest)_values.GetMethod($"Bad{row}")!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null)!;

    /// <summary>The type of the property, as a person writes it.</summary>
    public string TypeOf(int row)
    {
        string source = _run.Sources.Single(source => source.Key.EndsWith($".R{row}.g.cs", StringComparison.Ordinal)).Value;
        return Property().Match(source).Groups["type"].Value.Replace("global::FmeTyped.", "", StringComparison.Ordinal);
    }

    /// <summary>What is reported of the row's record.</summary>
    public string TellingOf(int row)
    {
        // Each row is a workspace on lines of its own.
        string text = Sample.From([.. Rows.Select(SchemaOf)]);
        int start = text.IndexOf($"\"r{row}.fmw\"", StringComparison.Ordinal);
        int end = row + 1 < Rows.Count ? text.IndexOf($"\"r{row + 1}.fmw\"", StringComparison.Ordinal) : text.Length;
        return string.Join('\n', _run.Diagnostics
            .Where(found => found.Location.SourceSpan.Start > start && found.Location.SourceSpan.Start < end)
            .Select(found => found.GetMessage(CultureInfo.InvariantCulture)));
    }

    [GeneratedRegex(@"public (required )?(?<type>\S+) P \{ get; init; \}")]
    private static partial Regex Property();

    private static string SchemaOf(ConformanceRow row, int index) => $$"""
        { "repository": "Test", "workspace": "r{{index}}.fmw", "parameters": [{{RecordOf(row)}}{{(row.Others.Length > 0 ? ", " : "")}}{{row.Others}}],
          "csharp": { "parameters": { "P": { {{row.Chosen}} } } } }
        """;

    private static string RecordOf(ConformanceRow row) =>
        row.Fmw.Length > 0 ? TextOf(new WorkspaceText().With(row.Fmw).Read().Records.Single())
        : row.V3.Length > 0 ? $$"""{ "name": "P", "description": "P", {{row.V3}} }"""
        : $$"""{ "name": "P", "prompt": "P", {{row.V4}} }""";

    private static string CodeOf(ConformanceRow row, int index)
    {
        string type = $"App.Fme.Test.R{index}";
        string code = $"    public static FmeTyped.IFmeRequest Good{index}() => new {type} {{ P = {row.Good} }};\n";
        if (row.Bad.Length > 0)
        {
            code += $"    public static FmeTyped.IFmeRequest Bad{index}() => new {type} {{ P = {row.Bad} }};\n";
        }

        return code.Replace("POption", $"{type}.POption", StringComparison.Ordinal).Replace("= Fme", "= FmeTyped.Fme", StringComparison.Ordinal)
            .Replace("(Fme", "(FmeTyped.Fme", StringComparison.Ordinal).Replace("[Fme", "[FmeTyped.Fme", StringComparison.Ordinal);
    }

    private static string TextOf(JsonNode node)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            Write(writer, node);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, JsonNode node)
    {
        switch (node)
        {
            case JsonObject owner:
                writer.WriteStartObject();
                foreach (JsonMember member in owner.Members)
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonArray array:
                writer.WriteStartArray();
                foreach (JsonNode item in array.Items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case JsonString text: writer.WriteStringValue(text.Value); break;
            case JsonNumber number: writer.WriteRawValue(number.Text); break;
            case JsonBoolean boolean: writer.WriteBooleanValue(boolean.Value); break;
            default: writer.WriteNullValue(); break;
        }
    }
}
