using System;
using System.Collections.Generic;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Rules;

namespace FmeTyped.Schema.Reading.Fmw;

/// <summary>
/// Finds the records of the published parameters of a workspace file: in the FORM where there is one, which knows most of types and
/// options, and otherwise made of the GUI lines.
/// </summary>
internal static class FmwParameters
{
    public static List<JsonNode> FindRecords(FmwHeader header, ReadingContext context)
    {
        var lines = new List<(GuiLine Line, FmwGlobalParameter Source)>();
        var defaults = new Dictionary<string, FmwAttribute?>(StringComparer.Ordinal);
        var privateNames = new HashSet<string>(StringComparer.Ordinal);
        foreach (FmwGlobalParameter source in header.GlobalParameters)
        {
            if (ReadLine(source, context) is not { } line)
            {
                continue;
            }

            if (defaults.ContainsKey(line.Name))
            {
                context.Report(SchemaRules.DuplicateParameter, source.GuiLine!.Span, line.Name);
                continue;
            }

            defaults.Add(line.Name, source.DefaultValue);
            lines.Add((line, source));
            if (line.IsPrivate)
            {
                privateNames.Add(line.Name);
            }
        }

        FormRecords? form = header.Form is { } attribute ? FormRecords.Read(attribute, defaults, privateNames, context) : null;
        List<JsonNode> records = form?.Records ?? [];
        Dictionary<string, List<(string, string)>> switchedOff = FindSwitchedOff(lines);
        foreach ((GuiLine line, FmwGlobalParameter source) in lines)
        {
            if (!line.IsPrivate && form?.Names.Contains(line.Name) != true)
            {
                records.Add(GuiRecord.From(
                    line, source.GuiLine!.Span, source.DefaultValue, switchedOff.TryGetValue(line.Name, out List<(string, string)>? values) ? values : null));
            }
        }

        return records;
    }

    /// <summary>Which parameters an ACTIVECHOICE switches off, with its name and the choices that do.</summary>
    private static Dictionary<string, List<(string Name, string Value)>> FindSwitchedOff(List<(GuiLine Line, FmwGlobalParameter Source)> lines)
    {
        var found = new Dictionary<string, List<(string, string)>>(StringComparer.Ordinal);
        foreach ((GuiLine line, _) in lines)
        {
            if (GuiArgument.FormOf(line.Type) != GuiArgumentForm.ActiveOptions)
            {
                continue;
            }

            foreach (ActiveChoice choice in GuiArgument.ReadActiveChoices(line.Argument))
            {
                foreach (string name in choice.SwitchedOff)
                {
                    if (!found.TryGetValue(name, out List<(string, string)>? values))
                    {
                        found.Add(name, values = []);
                    }

                    values.Add((line.Name, choice.Value));
                }
            }
        }

        return found;
    }

    private static GuiLine? ReadLine(FmwGlobalParameter source, ReadingContext context)
    {
        if (source.GuiLine is null)
        {
            context.Report(SchemaRules.UnreadableWorkspaceParameter, source.Span, "it has no GUI_LINE");
            return null;
        }

        if (GuiLine.Parse(source.GuiLine.Value) is { } line)
        {
            return line;
        }

        context.Report(SchemaRules.UnreadableWorkspaceParameter, source.GuiLine.Span, "its GUI_LINE is not of the form GUI TYPE NAME PROMPT");
        return null;
    }
}
