using System;
using System.Collections.Generic;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Rules;

namespace FmeTyped.Schema.Reading;

/// <summary>Reads the default of a record, a text, a number, true or false, or a list of texts.</summary>
internal static class DefaultReader
{
    public static ParameterDefault? Read(JsonObject record, bool isList, ReadingContext context)
    {
        switch (record.Find("defaultValue")?.Value)
        {
            case null or JsonNull:
                return null;
            case JsonString text when isList:
                return ParameterDefault.List(text.Value.Length == 0 ? default : EquatableArray.From(text.Value));
            case JsonString text:
                return ParameterDefault.Text(text.Value);
            case JsonNumber number:
                return ParameterDefault.Text(number.Text);
            case JsonBoolean boolean:
                return ParameterDefault.Text(boolean.Value ? "true" : "false");
            case JsonArray array:
                return ReadList(array, isList, context);
            case var other:
                context.Report(SchemaRules.WrongValue, other.Span, "defaultValue", "a text or a list of texts", ReadingContext.Describe(other));
                return null;
        }
    }

    /// <summary>Says where a default is none of the options, or can hardly exist on a server.</summary>
    public static void Check(Parameter parameter, JsonObject record, ReadingContext context)
    {
        if (AuthorsDefault.Describe(parameter) is { } words)
        {
            context.Report(SchemaRules.DefaultOfAnotherMachine, record.Find("defaultValue")!.Value.Span, parameter.Name, string.Join(", ", parameter.Default!.Items), words);
        }

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

    private static ParameterDefault ReadList(JsonArray array, bool isList, ReadingContext context)
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
}
