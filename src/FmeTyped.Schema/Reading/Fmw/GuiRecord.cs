using System;
using System.Collections.Generic;
using FmeTyped.Schema.Facts;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;

namespace FmeTyped.Schema.Reading.Fmw;

/// <summary>Writes a GUI line as the record that REST v3 has for it, so that both are read by the same rules.</summary>
internal sealed class GuiRecord
{
    private readonly TextSpan _span;
    private readonly List<JsonMember> _members = [];

    private GuiRecord(TextSpan span) => _span = span;

    /// <param name="line">The line.</param>
    /// <param name="span">Where it stands, which becomes the place of all that is in the record but the default.</param>
    /// <param name="defaultValue">The default as it is stored; null if the file has none.</param>
    /// <param name="switchedOffBy">The names and values of other parameters that switch this one off.</param>
    public static JsonObject From(GuiLine line, TextSpan span, FmwAttribute? defaultValue, IReadOnlyList<(string Name, string Value)>? switchedOffBy = null)
    {
        var record = new GuiRecord(span);
        bool isList = IsList(line);
        record.Add("name", line.Name);
        record.Add("type", line.Type);
        record.Add("model", isList ? "list" : "string");
        record.Add("description", line.Prompt);
        record.Add("optional", new JsonBoolean(span, line.IsOptional));
        if (defaultValue is not null)
        {
            record.Add("defaultValue", DefaultOf(line, isList, defaultValue));
        }

        record.AddOptions(GuiArgument.ReadOptions(line.Type, line.Argument));
        if (GuiArgument.FormOf(line.Type) == GuiArgumentForm.Range)
        {
            record.AddRange(GuiRange.Read(line.Argument));
        }

        else if (GuiArgument.FormOf(line.Type) == GuiArgumentForm.Color)
        {
            record.AddColor(GuiColor.Read(line.Argument));
        }
        else if (GuiType.BaseOf(line.Type) == "GEOMETRY_PICK" && GuiArgument.ReadGeometryTypes(line.Argument) is { Count: > 0 } types)
        {
            record.AddTexts("supportedTypes", types);
        }

        if (switchedOffBy is not null)
        {
            record.AddVisibility(switchedOffBy);
        }

        return new JsonObject(span, record._members);
    }

    // The swizzler is Workbench's dialog for several files and folders. Feature types are one if the list is that of LIST_WORKSPACES.
    private static bool IsList(GuiLine line) =>
        GuiType.IsList(line.Type)
        && !line.Argument.StartsWith("NO_SWIZZLER", StringComparison.Ordinal)
        && !(GuiType.BaseOf(line.Type) == "FEATURE_TYPES" && Array.IndexOf(line.Argument.Trim('"').Split(','), "LIST_WORKSPACES") >= 0);

    private static JsonNode DefaultOf(GuiLine line, bool isList, FmwAttribute stored)
    {
        bool isEncoded = GuiType.IsStoredEncoded(line.Type);
        if (!isList)
        {
            return new JsonString(stored.Span, isEncoded ? EncodedText.Decode(stored.Value) : stored.Value);
        }

        var items = new List<JsonNode>();
        bool holdsPaths = GuiType.FindKind(line.Type, isList, default) is ParameterKind.File or ParameterKind.Folder;
        foreach (string item in stored.Value.Length == 0 ? [] : holdsPaths ? FmeListText.SplitPaths(stored.Value) : FmeListText.SplitList(stored.Value))
        {
            items.Add(new JsonString(stored.Span, isEncoded ? EncodedText.Decode(item) : item));
        }

        return new JsonArray(stored.Span, items);
    }

    private void AddOptions(List<Choice> options)
    {
        var items = new List<JsonNode>();
        foreach (Choice option in options)
        {
            var item = new GuiRecord(_span);
            item.Add("caption", option.Caption);
            item.Add("value", option.Value);
            items.Add(new JsonObject(_span, item._members));
        }

        Add("listOptions", new JsonArray(_span, items));
    }

    private void AddRange(GuiRange range)
    {
        Add("minimum", range.Minimum);
        Add("maximum", range.Maximum);
        Add("minimumExclusive", new JsonBoolean(_span, range.MinimumIsExclusive));
        Add("maximumExclusive", new JsonBoolean(_span, range.MaximumIsExclusive));
        Add("decimalPrecision", range.DecimalPlaces);
    }

    private void AddColor(GuiColor color)
    {
        Add("colorSpace", color.Space);
        Add("componentValueType", color.Component);
        Add("alpha", new JsonBoolean(_span, color.HasAlpha));
        if (color.ValueFormat.Length > 0)
        {
            Add("valueFormat", color.ValueFormat);
        }
    }

    private void AddTexts(string key, List<string> texts) => Add(key, new JsonArray(_span, texts.ConvertAll<JsonNode>(text => new JsonString(_span, text))));

    // In the words of v4, which v3 has none for.
    private void AddVisibility(IReadOnlyList<(string Name, string Value)> switchedOffBy)
    {
        var clauses = new List<JsonNode>();
        foreach ((string name, string value) in switchedOffBy)
        {
            var operands = new GuiRecord(_span);
            operands.Add("parameter", name);
            operands.Add("value", value);
            var clause = new GuiRecord(_span);
            clause.Add("$equals", new JsonObject(_span, operands._members));
            clause.Add("then", "visibleDisabled");
            clauses.Add(new JsonObject(_span, clause._members));
        }

        Add("visibility", new JsonObject(_span, [new JsonMember("if", _span, new JsonArray(_span, clauses))]));
    }

    private void Add(string key, string value) => Add(key, new JsonString(_span, value));

    private void Add(string key, JsonNode value) => _members.Add(new JsonMember(key, _span, value));
}
