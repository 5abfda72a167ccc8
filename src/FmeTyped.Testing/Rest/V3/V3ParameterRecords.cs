using System.Text.Json;
using System.Text.Json.Nodes;
using FmeTyped.Schema.Model;

namespace FmeTyped.Testing;

/// <summary>
/// The parameter records of a workspace in the format of v3: v3 records as they are, and others converted. Group, visibility and the format of
/// a geometry do not exist in v3.
/// </summary>
internal static class V3ParameterRecords
{
    public static IReadOnlyList<JsonElement> From(PublishedWorkspace workspace) =>
        [.. workspace.Records.SelectMany(record => record.IsV4 ? record.Parameters.Select(Write) : [record.Json])];

    private static JsonElement Write(Parameter parameter)
    {
        var record = new JsonObject
        {
            ["name"] = parameter.Name,
            ["type"] = TypeOf(parameter),
            ["model"] = parameter.IsList ? "list" : "string",
            ["description"] = parameter.Prompt,
            ["optional"] = parameter.IsOptional,
        };
        ParameterRecord.AddIf(parameter.Choices.Count > 0, record, "listOptions", ParameterRecord.Choices(parameter, "caption"));
        ParameterRecord.AddIf(parameter.Limits.DecimalPlaces is not null, record, "decimalPrecision", parameter.Limits.DecimalPlaces);
        return ParameterRecord.Finish(record, parameter);
    }

    private static string TypeOf(Parameter parameter) => parameter.Kind switch
    {
        ParameterKind.Text => parameter.IsList ? "LISTBOX" : "TEXT",
        ParameterKind.Integer => "INTEGER",
        ParameterKind.Float => "FLOAT",
        ParameterKind.Choice or ParameterKind.Boolean => parameter.IsList ? "LOOKUP_LISTBOX" : "LOOKUP_CHOICE",
        ParameterKind.OpenChoice => "STRING_OR_CHOICE",
        ParameterKind.CoordinateSystem => "COORDSYS",
        ParameterKind.File => parameter.IsDestination ? "FILENAME" : parameter.IsList ? "MULTIFILE" : "FILENAME_MUSTEXIST",
        ParameterKind.Folder => parameter.IsDestination ? "DIRNAME" : parameter.IsList ? "MULTIDIR" : "DIRNAME_SRC",
        ParameterKind.DateTime => parameter.DateTimeForm switch
        {
            DateTimeForm.Date => "DATE",
            DateTimeForm.Time => "TIME",
            _ => "DATETIME",
        },
        ParameterKind.Secret => "PASSWORD",
        ParameterKind.Color => "COLOR_PICK",
        ParameterKind.Geometry => "GEOMETRY",
        ParameterKind.Connection => "NAMED_CONNECTION",
        _ => throw new ArgumentOutOfRangeException(nameof(parameter), parameter.Kind, "Not a kind of parameter."),
    };
}
