using System;
using System.Collections.Generic;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;

namespace FmeTyped.Schema.Reading;

/// <summary>
/// What a team says that a parameter's record should say: the object <c>record</c> under <c>csharp</c>. It is there for keys on which the vendor's pages
/// disagree or are silent; the server decides all others.
/// </summary>
internal static class RecordOverrides
{
    private static readonly string[] Color = ["colorSpace", "componentValueType", "alpha", "valueFormat"];
    private static readonly string[] Checkbox = ["checkedValue", "uncheckedValue"];
    private static readonly string[] DateTime = ["storageFormat", "timeZone", "milliseconds"];
    private static readonly string[] List = ["singleSelection"];
    private static readonly string[] Geometry = ["geometryEncoding", "supportedTypes"];
    private static readonly string[] All = [.. Color, .. Checkbox, .. DateTime, .. List, .. Geometry];

    /// <summary>The keys that a team may give for a parameter.</summary>
    public static IReadOnlyCollection<string> KeysOf(Parameter parameter) =>
        parameter.Kind == ParameterKind.Color ? Color
        : parameter.Kind == ParameterKind.DateTime ? DateTime
        : parameter.Kind == ParameterKind.Geometry ? Geometry
        : V4Type.IsCheckbox(parameter.Type) ? Checkbox
        : V4Type.IsListbox(parameter.Type) || V4Type.IsTree(parameter.Type) ? List
        : Array.Empty<string>();

    /// <summary>The team's keys for a parameter; null if there are none.</summary>
    /// <param name="parameters">The object <c>parameters</c> under <c>csharp</c>.</param>
    /// <param name="name">The parameter's name.</param>
    public static JsonObject? Find(JsonObject? parameters, string name) =>
        (parameters?.Find(name)?.Value as JsonObject)?.Find("record")?.Value as JsonObject;

    /// <summary>The record with the team's keys in the place of its own.</summary>
    public static JsonObject Apply(JsonObject record, JsonObject? parameters)
    {
        if (record.Find("name")?.Value is not JsonString name || Find(parameters, name.Value) is not { } given)
        {
            return record;
        }

        var members = new List<JsonMember>();
        foreach (JsonMember member in record.Members)
        {
            if (!IsGiven(given, member.Name))
            {
                members.Add(member);
            }
        }

        foreach (JsonMember member in given.Members)
        {
            if (IsGiven(given, member.Name))
            {
                members.Add(member);
            }
        }

        return new JsonObject(record.Span, members);
    }

    private static bool IsGiven(JsonObject given, string key) => given.Find(key) is not null && Array.IndexOf(All, key) >= 0;
}
