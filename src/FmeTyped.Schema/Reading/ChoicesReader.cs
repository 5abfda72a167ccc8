using System;
using System.Collections.Generic;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Naming;
using FmeTyped.Schema.Rules;

namespace FmeTyped.Schema.Reading;

/// <summary>Reads a list of options.</summary>
internal static class ChoicesReader
{
    /// <summary>What stands between the options of a dropdown, and is none.</summary>
    public const string Separator = "-----";

    /// <summary>The maximum number of options that become an enum.</summary>
    public const int MostOptions = 10_000;

    /// <param name="items">The options, each an object with <c>value</c> and a caption.</param>
    /// <param name="captionKey">The key of the caption. Options without one exist; the value then stands for itself.</param>
    /// <param name="name">The parameter's name, for messages.</param>
    /// <param name="context">Receives the problems.</param>
    /// <param name="hasSeparators">Whether an option may be a separator, which is left out.</param>
    public static EquatableArray<Choice> Read(IReadOnlyList<JsonNode> items, string captionKey, string name, ReadingContext context, bool hasSeparators)
    {
        if (items.Count == 0)
        {
            return default;
        }

        if (items.Count > MostOptions)
        {
            context.Report(
                SchemaRules.UnusableKey,
                items[MostOptions].Span,
                "options",
                name,
                $"are {items.Count}, and at most {MostOptions} become a type; any text is taken");
            return default;
        }

        var choices = new Choice[items.Count];
        int count = 0;
        var values = new NameSet(StringComparer.Ordinal);
        for (int i = 0; i < items.Count; i++)
        {
            if (context.Object(items[i], "an option") is not { } option)
            {
                continue;
            }

            string? caption = context.OptionalText(option, captionKey);
            string? value = ReadValue(option, context);
            if (hasSeparators && value == Separator)
            {
                continue;
            }

            if (value is null)
            {
                context.Report(SchemaRules.MissingKey, new TextSpan(option.Span.Start, 1), $"An option of {name}", "value", "");
            }
            else if (values.Add(value))
            {
                choices[count++] = new Choice(value, caption ?? value);
            }
            else
            {
                context.Report(SchemaRules.DuplicateOption, option.Find("value")!.Value.Span, name, value);
            }
        }

        Array.Resize(ref choices, count);
        return new EquatableArray<Choice>(choices);
    }

    // The values of a dropdown may be numbers, and true and false. What is sent is text in any case: A133.
    private static string? ReadValue(JsonObject option, ReadingContext context) => option.Find("value")?.Value switch
    {
        JsonNumber number => number.Text,
        JsonBoolean boolean => boolean.Value ? "true" : "false",
        _ => context.OptionalText(option, "value"),
    };
}
