using System;
using System.Collections.Generic;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Rules;

namespace FmeTyped.Schema.Reading;

/// <summary>Reads the default of a record: a text, a number, true or false, a list of these, or any other JSON, which is kept as text.</summary>
internal static class DefaultReader
{
    public static ParameterDefault? Read(JsonObject record, bool isList)
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
                return ReadList(array, isList);
            case var other:
                return ParameterDefault.Text(JsonNodeText.From(other!));
        }
    }

    /// <summary>Says where a default is none of the options, or can hardly exist on a server.</summary>
    public static void Check(Parameter parameter, JsonObject record, ReadingContext context)
    {
        if (AuthorsDefault.Describe(parameter) is { } words)
        {
            context.Report(
                SchemaRules.DefaultOfAnotherMachine,
                record.Find("defaultValue")!.Value.Span,
                parameter.Name,
                string.Join(", ", parameter.Default!.Items),
                words);
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

    // FME's pages allow any JSON. What is no text is kept as its JSON, such as the rows of a table.
    private static ParameterDefault ReadList(JsonArray array, bool isList)
    {
        if (!isList && HasNested(array))
        {
            return ParameterDefault.Text(JsonNodeText.From(array));
        }

        var items = new List<string>();
        foreach (JsonNode item in array.Items)
        {
            items.Add(item is JsonString text ? text.Value : JsonNodeText.From(item));
        }

        return isList || items.Count != 1 ? ParameterDefault.List(EquatableArray.From(items)) : ParameterDefault.Text(items[0]);
    }

    private static bool HasNested(JsonArray array)
    {
        foreach (JsonNode item in array.Items)
        {
            if (item is JsonArray or JsonObject)
            {
                return true;
            }
        }

        return false;
    }
}
