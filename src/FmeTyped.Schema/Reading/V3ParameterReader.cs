using System;
using System.Globalization;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Rules;

namespace FmeTyped.Schema.Reading;

/// <summary>
/// Reads a parameter record of REST v3: name, type, model, description, optional, defaultValue, listOptions and limits.
/// Key order differs between servers, and older ones leave out <c>optional</c>, which then reads as false.
/// </summary>
internal static class V3ParameterReader
{
    /// <summary>The parameter; null if its value is not the caller's (a message, a script), or if it cannot be read.</summary>
    public static Parameter? Read(JsonObject record, ReadingContext context)
    {
        string? name = context.RequiredText(record, "name", "A parameter");
        string? type = context.RequiredType(record, name);
        if (name is null || type is null || !GuiType.HoldsValue(type))
        {
            return null;
        }

        // No server answers it: the GUI lines of a workspace file say it in other words.
        Visibility? visibility = VisibilityReader.Read(record, name, context);

        bool isList = context.OptionalText(record, "model") is { } model
            ? string.Equals(model, "list", StringComparison.OrdinalIgnoreCase)
            : record.Find("defaultValue")?.Value is JsonArray || GuiType.IsList(type);
        EquatableArray<Choice> choices = ChoicesReader.Read(context.Items(record, "listOptions"), "caption", name, context, GuiType.IsDropdown(type));
        int? decimalPlaces = ReadDecimalPlaces(record, context);
        if (GuiType.FindKind(type, isList, choices, decimalPlaces) is not { } kind)
        {
            context.Report(SchemaRules.UnknownType, record.Find("type")!.Value.Span, name, type, isList ? "a list of text" : "text");
            kind = ParameterKind.Text;
        }

        DateTimeForm form = GuiType.DateTimeFormOf(type);
        var parameter = new Parameter(name, kind)
        {
            Type = type,
            IsList = isList,
            Prompt = context.Text(record, "description"),
            IsOptional = context.OptionalBoolean(record, "optional") ?? false,
            Default = DefaultReader.Read(record, isList),
            DefaultIsWithheld = context.OptionalBoolean(record, "defaultWithheld") ?? false,
            Choices = kind switch
            {
                ParameterKind.Boolean => YesNo.Mark(choices),
                ParameterKind.Choice or ParameterKind.OpenChoice => choices,
                _ => default,
            },
            Limits = ReadLimits(record, kind, name, decimalPlaces, context),
            IsDestination = GuiType.IsDestination(type),
            DateTimeForm = form,
            DateTimeFormat = kind == ParameterKind.DateTime ? DateTimeFormatReader.ReadSaid(record, form, name, context) : DateTimeFormat.Open,
            ColorFormat = kind == ParameterKind.Color ? ColorFormatReader.Read(record, GuiType.ColorFormatOf(type), name, context) : null,
            Hints = FormHintsReader.ReadV3(type),
            Visibility = visibility,
            GeometryEncoding = kind == ParameterKind.Geometry && record.Find("geometryEncoding") is not null
                ? GeometryReader.ReadEncoding(record, name, context)
                : "",
            GeometryTypes = kind == ParameterKind.Geometry ? GeometryReader.ReadTypes(record, name, context) : default,
        };
        DefaultReader.Check(parameter, record, context);
        return parameter.WithSecretWithheld();
    }

    private static NumberLimits ReadLimits(JsonObject record, ParameterKind kind, string name, int? decimalPlaces, ReadingContext context) => kind switch
    {
        ParameterKind.Integer => LimitsReader.Read(record, name, context),
        ParameterKind.Float when decimalPlaces is null => LimitsReader.Read(record, name, context),
        ParameterKind.Float => LimitsReader.Read(record, name, context) with { DecimalPlaces = decimalPlaces },
        _ => NumberLimits.None,
    };

    private static int? ReadDecimalPlaces(JsonObject record, ReadingContext context)
    {
        JsonNode? node = record.Find("decimalPrecision")?.Value;
        string? text = node switch
        {
            JsonNumber number => number.Text,
            JsonString written => written.Value,
            _ => null,
        };
        if (node is null or JsonNull or JsonString { Value.Length: 0 })
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int places))
        {
            return places;
        }

        context.Report(SchemaRules.WrongValue, node.Span, "decimalPrecision", "a whole number", ReadingContext.Describe(node));
        return null;
    }
}
