using System.Text.Json;
using System.Text.Json.Nodes;
using FmeTyped.Schema.Model;

namespace FmeTyped.Testing;

/// <summary>
/// Writes a parameter in the words of the vendor's JSON specification, as v4 would answer it, where the schema file has it in the words of v3. What the
/// specification has a default for is left out where it is the default, as the vendor's own records do it: who reads them has to know the defaults.
/// No response of v4's parameters route is public: A032.
/// </summary>
internal static class ParameterRecordWriter
{
    public static JsonElement Write(Parameter parameter)
    {
        JsonObject record = OfKind(parameter);
        record["name"] = parameter.Name;
        record["prompt"] = parameter.Prompt;
        ParameterRecord.AddIf(parameter.IsOptional, record, "required", false);
        return ParameterRecord.Finish(record, parameter);
    }

    private static JsonObject OfKind(Parameter parameter) => parameter.Kind switch
    {
        ParameterKind.Text => OfType(parameter.IsList ? "listbox" : "text"),
        ParameterKind.Integer => Number(decimalPlaces: 0),
        ParameterKind.Float => Number(parameter.Limits.DecimalPlaces),
        ParameterKind.Choice or ParameterKind.Boolean => WithChoices(parameter.IsList ? "listbox" : "dropdown", parameter),
        ParameterKind.OpenChoice => WithChoices("text", parameter),
        ParameterKind.CoordinateSystem => WithChoiceSet("text", "coordinateSystems"),
        ParameterKind.File => FileSystem("files", parameter),
        ParameterKind.Folder => FileSystem("folders", parameter),
        ParameterKind.DateTime => DateTime(parameter.DateTimeForm),
        ParameterKind.Secret => OfType("password"),

        // Files of workspaces have colors of v3 as numbers from 0 to 1. Their space, rgb, is the default.
        ParameterKind.Color => new JsonObject { ["type"] = "color", ["componentValueType"] = "float" },

        // The default is GeoJSON.
        ParameterKind.Geometry => OfType("geometry"),

        // v3 does not say whether a database or a web connection is meant.
        ParameterKind.Connection => WithChoiceSet("dropdown", "dbConnections"),
        _ => throw new ArgumentOutOfRangeException(nameof(parameter), parameter.Kind, "Not a kind of parameter."),
    };

    private static JsonObject OfType(string type) => new() { ["type"] = type };

    private static JsonObject Number(int? decimalPlaces)
    {
        JsonObject number = OfType("number");
        ParameterRecord.AddIf(decimalPlaces is not null, number, "multipleOf", new decimal(1, 0, 0, isNegative: false, (byte)(decimalPlaces ?? 0)));
        return number;
    }

    // The choices that the author wrote down, userDefined, are the default among the sets of choices.
    private static JsonObject WithChoices(string type, Parameter parameter) => new()
    {
        ["type"] = type,
        ["choiceSettings"] = new JsonObject { ["choices"] = ParameterRecord.Choices(parameter, "display") },
    };

    private static JsonObject WithChoiceSet(string type, string choiceSet) => new()
    {
        ["type"] = type,
        ["choiceSettings"] = new JsonObject { ["choiceSet"] = choiceSet },
    };

    private static JsonObject FileSystem(string items, Parameter parameter) => new()
    {
        ["type"] = "file",
        ["itemsToSelect"] = items,
        ["accessMode"] = parameter.IsDestination ? "write" : "read",
        ["selectMultiple"] = parameter.IsList,
    };

    // A time alone is none of the specification's formats. Date and time together are the default.
    private static JsonObject DateTime(DateTimeForm form)
    {
        JsonObject record = OfType(form == DateTimeForm.Time ? "text" : "datetime");
        ParameterRecord.AddIf(form == DateTimeForm.Date, record, "format", "date");
        return record;
    }
}
