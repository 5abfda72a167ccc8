using System;
using System.Collections.Generic;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Naming;
using FmeTyped.Schema.Rules;

namespace FmeTyped.Schema.Reading;

/// <summary>
/// Reads the parameters of a workspace from what servers answer: a list of records, a page with <c>items</c>, a workspace (or the
/// FORM of a workspace file) with <c>parameters</c>, or one record. Each record is of REST v3 or v4, and groups are flattened.
/// </summary>
internal sealed class ParameterRecords
{
    private readonly ReadingContext _context;
    private readonly List<Parameter> _parameters = [];
    private readonly NameSet _names = new(StringComparer.Ordinal);
    private readonly JsonObject? _overrides;

    private ParameterRecords(ReadingContext context, JsonObject? overrides)
    {
        _context = context;
        _overrides = overrides;
    }

    /// <param name="node">What the server answers.</param>
    /// <param name="context">Receives the problems.</param>
    /// <param name="overrides">The object <c>parameters</c> under <c>csharp</c>; null if there is none.</param>
    public static EquatableArray<Parameter> Read(JsonNode node, ReadingContext context, JsonObject? overrides = null)
    {
        var records = new ParameterRecords(context, overrides);
        records.AddAll(FindRecords(node, context), group: "", visibility: null);
        return EquatableArray.From(records._parameters);
    }

    /// <summary>The records in what a server answers, or in a schema file; groups are one record.</summary>
    public static IReadOnlyList<JsonNode> FindRecords(JsonNode node, ReadingContext context)
    {
        if (node is not JsonObject owner)
        {
            return context.Items(node, "parameters");
        }

        // A group has "parameters" as well, and is a record all the same.
        string? wrapper = IsGroup(owner) ? null
            : owner.Find("items") is not null ? "items"
            : owner.Find("parameters") is not null ? "parameters"
            : null;
        return wrapper is null ? [owner] : context.Items(owner, wrapper);
    }

    /// <summary>Whether a record is of v4. Where no key tells, the type does: v3 writes LISTBOX, v4 listbox.</summary>
    public static bool IsV4(JsonObject record) =>
        Has(record, "prompt") || Has(record, "valueType") || Has(record, "required") || Has(record, "choiceSettings")
        || (!(Has(record, "model") || Has(record, "description") || Has(record, "optional") || Has(record, "listOptions"))
            && record.Find("type")?.Value is JsonString { Value: { Length: > 0 } type }
            && char.IsLower(type[0]));

    private void AddAll(IReadOnlyList<JsonNode> records, string group, Visibility? visibility)
    {
        for (int i = 0; i < records.Count; i++)
        {
            if (_context.Object(records[i], "a parameter") is { } record)
            {
                Add(record, group, visibility);
            }
        }
    }

    private void Add(JsonObject record, string group, Visibility? visibility)
    {
        if (IsGroup(record))
        {
            AddGroup(record, group, visibility);
            return;
        }

        JsonObject told = RecordOverrides.Apply(record, _overrides);
        Parameter? parameter = IsV4(record) ? V4ParameterReader.Read(told, _context) : V3ParameterReader.Read(told, _context);
        if (parameter is not null)
        {
            bool isChanged = !ReferenceEquals(told, record);
            Add(
                isChanged ? parameter with { CSharpRecord = JsonNodeText.From(RecordOverrides.Find(_overrides, parameter.Name)!) } : parameter,
                record,
                group,
                visibility);
        }
    }

    private void Add(Parameter parameter, JsonObject record, string group, Visibility? visibility)
    {
        if (_names.Add(parameter.Name))
        {
            _parameters.Add(group.Length == 0 && visibility is null
                ? parameter
                : parameter with { Group = group, Visibility = VisibilityReader.Both(visibility, parameter.Visibility) });
        }
        else
        {
            _context.Report(SchemaRules.DuplicateParameter, record.Find("name")!.Value.Span, parameter.Name);
        }
    }

    private void AddGroup(JsonObject record, string outerGroup, Visibility? outerVisibility)
    {
        var group = V4Group.Read(record, _context);
        Visibility? visibility = VisibilityReader.Both(outerVisibility, group.Visibility);
        if (VisibilityReader.Never.Equals(visibility))
        {
            return;
        }

        if (group.Switch is { } parameter)
        {
            Add(parameter, record, outerGroup, outerVisibility);
        }

        string name = group.Prompt.Length > 0 ? group.Prompt : outerGroup;
        foreach (JsonNode item in group.Members)
        {
            if (_context.Object(item, "a parameter") is { } member)
            {
                Add(member, name, VisibilityReader.Both(visibility, group.ReachedWhen(member)));
            }
        }
    }

    private static bool IsGroup(JsonObject record) =>
        record.Find("type")?.Value is JsonString type && string.Equals(type.Value.Trim(), "group", StringComparison.OrdinalIgnoreCase);

    private static bool Has(JsonObject record, string key) => record.Find(key) is not null;
}
