using System;
using System.Collections.Generic;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;

namespace FmeTyped.Schema.Reading;

/// <summary>
/// Reads when a parameter is visible: <c>hidden</c> until FME 2022, <c>visibility</c> since, which is one state or
/// <c>{"if": [{ condition, "then": state }, ..., { "then": state }], "default": state}</c>. A state is a word, true or false.
/// </summary>
/// <remarks>
/// A parameter that a person could not fill in counts as not visible: hidden, or visible and disabled. A condition that is not
/// understood may be met or not, so the parameter need not be set. A state that is not understood counts as visible.
/// </remarks>
internal static class VisibilityReader
{
    /// <summary>The most clauses. Each stands in the "else" of the one before, and neither readers nor the compiler have room for any number of them.</summary>
    public const int MostClauses = 100;

    /// <summary>The most conditions of all clauses together.</summary>
    public const int MostConditions = 1000;

    /// <summary>Any of no conditions: never visible, for parameters that nobody can fill in.</summary>
    public static Visibility Never { get; } = new AnyOf(default);

    /// <summary>The condition; null for always.</summary>
    /// <param name="record">The record of a parameter or group.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="context">Receives the problems.</param>
    public static Visibility? Read(JsonObject record, string name, ReadingContext context)
    {
        if (record.Find("hidden")?.Value is JsonBoolean { Value: true })
        {
            return Never;
        }

        if (record.Find("visibility")?.Value is not { } visibility)
        {
            return null;
        }

        List<string> unknown = [];
        Visibility? read = visibility is JsonObject choice && choice.Find("if") is not null
            ? ReadClauses(choice.Find("if")!.Value, choice.Find("default")?.Value, unknown)
            : IsFillable(visibility, unknown) ? null : Never;
        if (unknown.Count > 0)
        {
            context.Tell(record, name, "visibility", $"holds {string.Join(", ", unknown)}, which FmeTyped does not understand; {(read is null
                ? "the parameter counts as always visible"
                : "where the condition depends on that, the parameter need not be set and is not checked")}");
        }
        else if (Never.Equals(read) && StateOf(visibility) is { } state && state.StartsWith("visible", StringComparison.OrdinalIgnoreCase))
        {
            context.Tell(record, name, "visibility", $"is {state}, so that nobody can fill the parameter in; it gets no property");
        }

        return read;
    }

    /// <summary>Combines two conditions: both must be met.</summary>
    public static Visibility? Both(Visibility? outer, Visibility? inner) =>
        outer is null ? inner
        : inner is null ? outer
        : Never.Equals(outer) || Never.Equals(inner) ? Never
        : new AllOf(EquatableArray.From(outer, inner));

    // The first clause that holds decides, so each one is an "if" with all that follow as its "else".
    private static Visibility? ReadClauses(JsonNode clauses, JsonNode? otherwise, List<string> unknown)
    {
        Visibility? visibility = IsFillable(otherwise, unknown) ? null : Never;
        if (clauses is not JsonArray list)
        {
            return Unknown(ReadingContext.Describe(clauses), unknown);
        }

        if (list.Items.Count > MostClauses || CountConditions(list) > MostConditions)
        {
            return Unknown($"more than {MostClauses} clauses or {MostConditions} conditions", unknown);
        }

        for (int i = list.Items.Count - 1; i >= 0; i--)
        {
            if (list.Items[i] is not JsonObject clause)
            {
                visibility = Unknown(ReadingContext.Describe(list.Items[i]), unknown);
                continue;
            }

            bool isFillable = IsFillable(clause.Find("then")?.Value, unknown);
            if (ReadCondition(clause, unknown) is not { } condition)
            {
                visibility = isFillable ? null : Never;
            }
            else
            {
                visibility = isFillable ? Either(condition, visibility) : Both(new Not(condition), visibility);
            }
        }

        return visibility;
    }

    // As deep as the JSON is, which the parser limits.
    private static int CountConditions(JsonNode node)
    {
        int count = 0;
        if (node is JsonObject owner)
        {
            foreach (JsonMember member in owner.Members)
            {
                count += (member.Name.StartsWith("$", StringComparison.Ordinal) ? 1 : 0) + CountConditions(member.Value);
            }
        }
        else if (node is JsonArray list)
        {
            foreach (JsonNode item in list.Items)
            {
                count += CountConditions(item);
            }
        }

        return count;
    }

    private static Visibility? Either(Visibility condition, Visibility? otherwise) =>
        otherwise is null ? null
        : Never.Equals(otherwise) ? condition
        : new AnyOf(EquatableArray.From(condition, otherwise));

    // Nobody can fill in a disabled parameter. A hidden group or parameter keeps its value.
    private static bool IsFillable(JsonNode? state, List<string> unknown)
    {
        switch (StateOf(state)?.ToUpperInvariant())
        {
            case null or "VISIBLEENABLED":
                return true;
            case "VISIBLEDISABLED" or "HIDDENENABLED" or "HIDDENDISABLED":
                return false;
            default:
                unknown.Add($"'{StateOf(state)}'");
                return true;
        }
    }

    // One client has the state in {"value": state, "override": ...}; the vendor's page shows it plain.
    private static string? StateOf(JsonNode? state) => state switch
    {
        null or JsonNull => null,
        JsonString text => text.Value,
        JsonBoolean boolean => boolean.Value ? "visibleEnabled" : "hiddenDisabled",
        JsonObject record when record.Find("value") is { } value => StateOf(value.Value),
        _ => ReadingContext.Describe(state),
    };

    /// <summary>The conditions of an object, all of which have to hold; null if it has none.</summary>
    private static Visibility? ReadCondition(JsonObject owner, List<string> unknown)
    {
        var conditions = new List<Visibility>();
        foreach (JsonMember member in owner.Members)
        {
            if (!string.Equals(member.Name, "then", StringComparison.Ordinal))
            {
                conditions.Add(ReadCondition(member, unknown));
            }
        }

        return conditions.Count switch
        {
            0 => null,
            1 => conditions[0],
            _ => new AllOf(EquatableArray.From(conditions)),
        };
    }

    private static Visibility ReadCondition(JsonMember member, List<string> unknown) => (member.Name, member.Value) switch
    {
        ("$equals", JsonObject operands) => Compare(operands, "value", (parameter, value) => new ParameterEquals(parameter, value)),
        ("$lessThan", JsonObject operands) => Compare(operands, "value", (parameter, value) => new ParameterIsLess(parameter, value)),
        ("$greaterThan", JsonObject operands) => Compare(operands, "value", (parameter, value) => new ParameterIsGreater(parameter, value)),
        ("$matchesRegex", JsonObject operands) => Compare(operands, "regex", (parameter, pattern) => new ParameterMatches(parameter, pattern)),
        ("$isRuntimeValue", JsonObject operands) when TextOf(operands, "parameter") is { } parameter => new ParameterIsRuntimeValue(parameter),
        ("$isEnabled", JsonObject operands) when TextOf(operands, "parameter") is { } parameter => new ParameterIsEnabled(parameter),
        ("$not", JsonObject operand) when ReadCondition(operand, unknown) is { } condition => new Not(condition),
        ("$anyOf", JsonArray operands) => new AnyOf(ReadConditions(operands, unknown)),
        ("$allOf", JsonArray operands) => new AllOf(ReadConditions(operands, unknown)),
        _ => null,
    } ?? Unknown(member.Name, unknown);

    private static Visibility? Compare(JsonObject operands, string key, Func<string, string, Visibility> make) =>
        TextOf(operands, "parameter") is { } parameter && TextOf(operands, key) is { } operand ? make(parameter, operand) : null;

    private static EquatableArray<Visibility> ReadConditions(JsonArray operands, List<string> unknown)
    {
        var conditions = new List<Visibility>(operands.Items.Count);
        foreach (JsonNode operand in operands.Items)
        {
            conditions.Add(operand is JsonObject owner && ReadCondition(owner, unknown) is { } condition
                ? condition
                : Unknown(ReadingContext.Describe(operand), unknown));
        }

        return EquatableArray.From(conditions);
    }

    private static Undecidable Unknown(string what, List<string> unknown)
    {
        unknown.Add(what);
        return new Undecidable(what);
    }

    private static string? TextOf(JsonObject operands, string key) => operands.Find(key)?.Value switch
    {
        JsonString text => text.Value,
        JsonNumber number => number.Text,
        JsonBoolean boolean => boolean.Value ? "true" : "false",
        _ => null,
    };
}
