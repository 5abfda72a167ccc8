using System;
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
    public static Parameter? Read(JsonObject record, ReadingContext context)
    {
        string? name = context.RequiredText(record, "name", "A parameter");
        string? type = context.RequiredText(record, "type", name is null ? "A parameter" : $"The parameter {name}");
        if (name is null || type is null)
        {
            return null;
        }

        bool isList = context.OptionalText(record, "model") is { } model
            ? string.Equals(model, "list", StringComparison.OrdinalIgnoreCase)
            : record.Find("defaultValue")?.Value is JsonArray;
        EquatableArray<Choice> choices = ChoicesReader.Read(context.Items(record, "listOptions"), "caption", name, context);
        if (GuiType.FindKind(type, isList, choices) is not { } kind)
        {
            context.Report(SchemaRules.UnknownType, record.Find("type")!.Value.Span, name, type, isList ? "a list of text" : "text");
            kind = ParameterKind.Text;
        }

        var parameter = new Parameter(name, kind)
        {
            Type = type,
            IsList = isList,
            Prompt = context.Text(record, "description"),
            IsOptional = context.OptionalBoolean(record, "optional") ?? false,
            Default = DefaultReader.Read(record, isList, context),
            Choices = choices,
            Limits = LimitsReader.Read(record, name, context),
        };
        DefaultReader.Check(parameter, record, context);
        return DefaultReader.Withhold(parameter, record, context);
    }
}
