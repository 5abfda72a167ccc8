using System;
using System.Collections.Generic;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Rules;

namespace FmeTyped.Schema.Reading;

/// <summary>
/// The choices of a tree, whose nodes are the parts of a choice between delimiters. With <c>showParentsAsLeaves</c> a node above others can be chosen, too.
/// </summary>
internal static class TreeChoices
{
    /// <summary>The choices, each behind its parents where these can be chosen.</summary>
    public static EquatableArray<Choice> Read(JsonObject record, EquatableArray<Choice> leaves, string name, ReadingContext context)
    {
        if (leaves.Count == 0 || context.OptionalBoolean(record, "showParentsAsLeaves") != true)
        {
            return leaves;
        }

        string delimiter = context.Text(record, "nodeDelimiter") is { Length: > 0 } given ? given : ".";
        var choices = new List<Choice>();
        var values = new HashSet<string>(StringComparer.Ordinal);
        foreach (Choice leaf in leaves)
        {
            values.Add(leaf.Value);
        }

        foreach (Choice leaf in leaves)
        {
            string[] nodes = leaf.Value.Split([delimiter], StringSplitOptions.None);
            string[] captions = leaf.Caption.Split([delimiter], StringSplitOptions.None);
            if (nodes.Length != captions.Length)
            {
                context.Report(
                    SchemaRules.UnusableKey,
                    record.Find("showParentsAsLeaves")!.Value.Span,
                    "showParentsAsLeaves",
                    name,
                    $"makes choices of the nodes above '{leaf.Caption}', whose values '{leaf.Value}' does not tell; only the leaves are generated");
                return leaves;
            }

            for (int count = 1; count < nodes.Length; count++)
            {
                // The value of a parent is the path to it: A135.
                string value = string.Join(delimiter, nodes, 0, count);
                if (values.Add(value))
                {
                    choices.Add(new Choice(value, string.Join(delimiter, captions, 0, count)));
                }
            }

            choices.Add(leaf);
        }

        return EquatableArray.From(choices);
    }
}
