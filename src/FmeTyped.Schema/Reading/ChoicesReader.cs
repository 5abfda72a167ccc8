using System;
using System.Collections.Generic;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Rules;

namespace FmeTyped.Schema.Reading;

/// <summary>Reads a list of options.</summary>
internal static class ChoicesReader
{
    /// <param name="items">The options, each an object with <c>value</c> and a caption.</param>
    /// <param name="captionKey">The key of the caption. Options without one exist; the value then stands for itself.</param>
    /// <param name="name">The parameter's name, for messages.</param>
    /// <param name="context">Takes the problems.</param>
    public static EquatableArray<Choice> Read(IReadOnlyList<JsonNode> items, string captionKey, string name, ReadingContext context)
    {
        var choices = new List<Choice>();
        var values = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonNode item in items)
        {
            if (context.Object(item, "an option") is not { } option)
            {
                continue;
            }

            string? caption = context.OptionalText(option, captionKey);
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
}
