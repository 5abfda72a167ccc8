using System;
using System.Collections.Generic;
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
        EquatableArray<Choice> choices = ReadChoices(record, name, context);
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
            Default = ReadDefault(record, isList, context),
            Choices = choices,
            Limits = ReadLimits(record, name, context),
        };
        CheckDefault(parameter, record, context);
        return parameter;
    }

    private static EquatableArray<Choice> ReadChoices(JsonObject record, string name, ReadingContext context)
    {
        var choices = new List<Choice>();
        var values = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonNode item in context.Items(record, "listOptions"))
        {
            if (context.Object(item, "an option") is not { } option)
            {
                continue;
            }

            // Options without captions exist; the value then stands for itself.
            string? caption = context.OptionalText(option, "caption");
            string? value = context.OptionalText(option, "value");
            if (value is null)
            {
                context.Report(SchemaRules.MissingKey, new TextSpan(option.Span.Start, 1), $"An option of {name}", "value", "");
            }
            else if (values.Add(value))
            {
                choices.Add(new Choice(value, caption ?? value));
            }
            else
            {
                context.Report(SchemaRules.DuplicateOption, option.Find("value")!.Value.Span, name, value);
            }
        }

        return EquatableArray.From(choices);
    }

    private static ParameterDefault? ReadDefault(JsonObject record, bool isList, ReadingContext context)
    {
        switch (record.Find("defaultValue")?.Value)
        {
            case null or JsonNull:
                return null;
            case JsonString text when isList:
                return ParameterDefault.List(text.Value.Length == 0 ? default : EquatableArray.Of(text.Value));
            case JsonString text:
                return ParameterDefault.Text(text.Value);
            case JsonNumber number:
                return ParameterDefault.Text(number.Text);
            case JsonBoolean boolean:
                return ParameterDefault.Text(boolean.Value ? "true" : "false");
            case JsonArray array:
                return ReadListDefault(array, isList, context);
            case var other:
                context.Report(SchemaRules.WrongValue, other.Span, "defaultValue", "a text or a list of texts", ReadingContext.Describe(other));
                return null;
        }
    }

    private static ParameterDefault ReadListDefault(JsonArray array, bool isList, ReadingContext context)
    {
        var items = new List<string>();
        foreach (JsonNode item in array.Items)
        {
            if (item is JsonString text)
            {
                items.Add(text.Value);
            }
            else
            {
                context.Report(SchemaRules.WrongValue, item.Span, "defaultValue", "a list of texts", ReadingContext.Describe(item));
            }
        }

        return isList || items.Count != 1 ? ParameterDefault.List(EquatableArray.From(items)) : ParameterDefault.Text(items[0]);
    }

    private static NumberLimits ReadLimits(JsonObject record, string name, ReadingContext context)
    {
        var limits = new NumberLimits
        {
            Minimum = ReadNumber(record, "minimum", context),
            Maximum = ReadNumber(record, "maximum", context),
            MinimumIsExclusive = context.OptionalBoolean(record, "minimumExclusive") ?? false,
            MaximumIsExclusive = context.OptionalBoolean(record, "maximumExclusive") ?? false,
        };
        if (limits.IsContradictory)
        {
            context.Report(
                SchemaRules.ContradictoryLimits,
                record.Find("maximum")!.Value.Span,
                name,
                limits.Minimum!.Value.ToString(CultureInfo.InvariantCulture),
                limits.Maximum!.Value.ToString(CultureInfo.InvariantCulture));
            return NumberLimits.None;
        }

        return limits;
    }

    private static double? ReadNumber(JsonObject record, string key, ReadingContext context)
    {
        JsonNode? node = record.Find(key)?.Value;
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

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && !double.IsInfinity(value) && !double.IsNaN(value))
        {
            return value;
        }

        context.Report(SchemaRules.WrongValue, node.Span, key, "a number", ReadingContext.Describe(node));
        return null;
    }

    private static void CheckDefault(Parameter parameter, JsonObject record, ReadingContext context)
    {
        if (parameter.Kind is not (ParameterKind.Choice or ParameterKind.Boolean) || parameter.Default is not { IsBlank: false } found)
        {
            return;
        }

        foreach (string value in found.Items)
        {
            bool isOption = false;
            foreach (Choice choice in parameter.Choices)
            {
                isOption |= string.Equals(choice.Value, value, StringComparison.Ordinal);
            }

            if (!isOption)
            {
                context.Report(SchemaRules.DefaultIsNoOption, record.Find("defaultValue")!.Value.Span, parameter.Name, value);
            }
        }
    }
}
