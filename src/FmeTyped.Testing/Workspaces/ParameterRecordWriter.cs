using System.Text.Json;
using System.Text.Json.Nodes;
using FmeTyped.Schema.Model;

namespace FmeTyped.Testing;

/// <summary>
/// Writes a parameter in the format of the vendor's JSON specification, as v4 would return it, if the schema file has it in the format of v3. Values that
/// equal the specification's defaults are left out, as in the vendor's own records, so a reader must know the defaults.
/// How a form asks for a value is not converted. No response of v4's parameters route is public: A032.
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
        ParameterKind.Integer => Number(parameter.Limits.Step ?? 1),
        ParameterKind.Float => Number(parameter.Limits.Step ?? StepOf(parameter.Limits.DecimalPlaces)),
        ParameterKind.Choice or ParameterKind.Boolean => WithChoices(parameter.IsList ? "listbox" : "dropdown", parameter),
        ParameterKind.OpenChoice => WithChoices("text", parameter),
        ParameterKind.CoordinateSystem => WithChoiceSet("text", "coordinateSystems"),
        ParameterKind.File => FileSystem("files", parameter),
        ParameterKind.Folder => FileSystem("folders", parameter),
        ParameterKind.DateTime => DateTime(parameter.DateTimeForm, parameter.DateTimeFormat),
        ParameterKind.Secret => OfType("password"),
        ParameterKind.Color => Color(parameter.ColorFormat ?? ColorFormat.Default),
        ParameterKind.Geometry => Geometry(parameter),

        // v3 does not say whether a database or a web connection is meant.
        ParameterKind.Connection => WithChoiceSet("dropdown", "dbConnections"),
        _ => throw new ArgumentOutOfRangeException(nameof(parameter), parameter.Kind, "Not a kind of parameter."),
    };

    private static JsonObject OfType(string type) => new() { ["type"] = type };

    private static JsonObject Number(decimal? step)
    {
        JsonObject number = OfType("number");
        ParameterRecord.AddIf(step is not null, number, "multipleOf", step);
        return number;
    }

    private static decimal? StepOf(int? decimalPlaces) =>
        decimalPlaces is { } places ? new decimal(1, 0, 0, isNegative: false, (byte)places) : null;

    private static JsonObject Color(ColorFormat format)
    {
        JsonObject color = OfType("color");
        ParameterRecord.AddIf(format.Space != "rgb", color, "colorSpace", format.Space);
        ParameterRecord.AddIf(format.Component != "int", color, "componentValueType", format.Component);
        ParameterRecord.AddIf(format.HasAlpha, color, "alpha", true);
        ParameterRecord.AddIf(format.ValueFormat.Length > 0, color, "valueFormat", format.ValueFormat);
        return color;
    }

    // The author's own choices, userDefined, are the default set of choices.
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

    // GeoJSON is the default of the encoding.
    private static JsonObject Geometry(Parameter parameter)
    {
        JsonObject geometry = OfType("geometry");
        ParameterRecord.AddIf(
            parameter.GeometryTypes.Count > 0, geometry, "supportedTypes", new JsonArray([.. parameter.GeometryTypes.Select(type => JsonValue.Create(type))]));
        return geometry;
    }

    // The specification has no format for a time alone. Date and time together are the default.
    private static JsonObject DateTime(DateTimeForm form, DateTimeFormat format)
    {
        if (form == DateTimeForm.Time)
        {
            return OfType("text");
        }

        JsonObject dateTime = OfType("datetime");
        ParameterRecord.AddIf(form == DateTimeForm.Date, dateTime, "format", "date");
        ParameterRecord.AddIf(format.IsIso, dateTime, "storageFormat", "Iso");
        ParameterRecord.AddIf(format.HasOffset == true, dateTime, "timeZone", "utc");
        ParameterRecord.AddIf(format.HasFraction == true, dateTime, "milliseconds", true);
        return dateTime;
    }
}
