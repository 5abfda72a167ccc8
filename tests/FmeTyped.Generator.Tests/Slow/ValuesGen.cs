using System.Globalization;
using System.Text.Json;
using FmeTyped.Metadata;

namespace FmeTyped.Generator.Tests.Slow;

/// <summary>Makes up values that a workspace takes, in the form in which they are sent: where the vendor's pages say it, from the record alone.</summary>
internal sealed class ValuesGen
{
    private readonly Random _random;
    private readonly SpecificationWriter _specification;
    private readonly Dictionary<(string, string, string), JsonElement> _records = [];

    /// <param name="random">What decides.</param>
    /// <param name="workspaces">The workspaces, as texts of a schema file.</param>
    public ValuesGen(Random random, IEnumerable<string> workspaces)
    {
        _random = random;
        _specification = new SpecificationWriter(random);
        foreach (string text in workspaces)
        {
            using var document = JsonDocument.Parse(text);
            JsonElement workspace = document.RootElement.Clone();
            Keep(workspace, workspace.GetProperty("parameters"));
        }
    }

    private static readonly string[] Texts = ["a", "*/ </summary>", "\"\\", "\u2028\n", "😀", " ", "$(FME_MF_DIR)x", "<en>x</en>", "\0", "default"];

    public Dictionary<string, FmeParameterValue> For(FmeWorkspaceDescriptor workspace)
    {
        var values = new Dictionary<string, FmeParameterValue>();
        foreach (FmeParameterDescriptor parameter in workspace.Parameters)
        {
            if (parameter.MustBeSet || _random.Next(4) > 0)
            {
                values.Add(parameter.Name, SpecifiedFor(workspace, parameter) ?? ValueOf(parameter));
            }
        }

        return values;
    }

    private void Keep(JsonElement workspace, JsonElement records)
    {
        foreach (JsonElement record in records.EnumerateArray())
        {
            _records[(Text(workspace, "repository"), Text(workspace, "workspace"), Text(record, "name"))] = record;
            if (record.TryGetProperty("parameters", out JsonElement members))
            {
                Keep(workspace, members);
            }
        }
    }

    private FmeParameterValue? SpecifiedFor(FmeWorkspaceDescriptor workspace, FmeParameterDescriptor parameter) =>
        _records.TryGetValue((workspace.Repository, workspace.Workspace, parameter.Name), out JsonElement record) ? _specification.ValueFor(record) : null;

    private static string Text(JsonElement owner, string key) => owner.GetProperty(key).GetString()!;

    private FmeParameterValue ValueOf(FmeParameterDescriptor parameter)
    {
        bool isBlank = parameter.IsOptional && _random.Next(4) == 0;
        if (parameter.IsList)
        {
            string[] items = [.. Enumerable.Range(0, isBlank ? 0 : _random.Next(1, 4)).Select(_ => ItemOf(parameter))];

            // One blank item is what a form posts of an untouched field, and is read as that.
            return items is [""] ? ["", ""] : items;
        }

        return isBlank && CanBeBlank(parameter) ? "" : ItemOf(parameter);
    }

    // Numbers and options without a default to blank out know unset only.
    private static bool CanBeBlank(FmeParameterDescriptor parameter) =>
        parameter.Kind is not (FmeParameterKind.Integer or FmeParameterKind.Float or FmeParameterKind.Boolean or FmeParameterKind.Choice)
        || (parameter.HasDefault && !parameter.MustBeSet);

    private string ItemOf(FmeParameterDescriptor parameter) => parameter.Kind switch
    {
        FmeParameterKind.Choice or FmeParameterKind.Boolean => parameter.Choices[_random.Next(parameter.Choices.Count)].Value,
        FmeParameterKind.Integer => Number(parameter, 0),
        FmeParameterKind.Float => Number(parameter, parameter.DecimalPlaces ?? 3),
        FmeParameterKind.DateTime => DateTime(parameter.DateTimeForm == FmeDateTimeForm.Any ? (FmeDateTimeForm)_random.Next(1, 4) : parameter.DateTimeForm),
        FmeParameterKind.Color => parameter.ColorFormat.ComponentValueType == "float" ? OneOf("0,0,0", "0.5,0.25,1", "1,0.001,0") : OneOf("0,0,0", "255,1,0"),
        FmeParameterKind.Geometry when parameter.IsEncoded => parameter.GeometryEncoding.ToUpperInvariant() switch
        {
            "GEOJSON" => "<opencurly><quote>type<quote>:<quote>Point<quote><comma><quote>coordinates<quote>:<openbracket>10<comma>50<closebracket><closecurly>",
            "FMEXML" => "<lt>point<solidus><gt>",
            "WKT" => "POINT<space><openparen>10<space>50<closeparen>",
            _ => "10<space>50",
        },
        FmeParameterKind.Geometry => parameter.GeometryEncoding.ToUpperInvariant() switch
        {
            "GEOJSON" => """{"type":"Point","coordinates":[10,50]}""",
            "FMEXML" => "<point/>",
            "WKT" => "POINT (10 50)",
            _ => OneOf("<point/>", """{"type":"Point","coordinates":[10,50]}""", "10 50"),
        },
        FmeParameterKind.Text or FmeParameterKind.OpenChoice when parameter.IsEncoded => OneOf("a<space>b", "<lt>c<gt>", "plain", "<u00e9>"),
        _ => OneOf(Texts),
    };

    private string Number(FmeParameterDescriptor parameter, int places)
    {
        long least = (long)(parameter.Minimum ?? -1000) + (parameter.MinimumIsExclusive ? 1 : 0);
        long greatest = (long)(parameter.Maximum ?? 1000) - (parameter.MaximumIsExclusive ? 1 : 0);
        decimal fraction = least == greatest || places == 0 ? 0 : decimal.Round((decimal)_random.NextDouble(), places);
        return (_random.NextInt64(least, Math.Max(least + 1, greatest)) + fraction).ToString("0.#######", CultureInfo.InvariantCulture);
    }

    private string DateTime(FmeDateTimeForm form) => form switch
    {
        FmeDateTimeForm.Date => OneOf("20260131", "00010101", "99991231"),
        FmeDateTimeForm.Time => OneOf("000000", "143000", "235959.5"),
        _ => OneOf("20260131143000", "20260131000000"),
    };

    private string OneOf(params string[] values) => values[_random.Next(values.Length)];
}
