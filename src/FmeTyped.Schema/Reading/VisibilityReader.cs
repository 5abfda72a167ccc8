using System;
using System.Collections.Generic;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;

namespace FmeTyped.Schema.Reading;

/// <summary>
/// Reads when a parameter is visible: <c>hidden</c> until FME 2022, <c>visibility</c> since, which is one state or
/// <c>{"if": [{ condition, "then": state }, ..., { "then": state }], "default": state}</c>.
/// </summary>
/// <remarks>
/// A state that a condition leads to counts as visible when a person could fill the parameter in there, which
/// <c>visibleDisabled</c> does not allow. What is not understood counts as visible.
/// </remarks>
internal static class VisibilityReader
{
    /// <summary>Any of no conditions: what a parameter has that is nobody's to fill in.</summary>
    public static Visibility Never { get; } = new AnyOf(default);

    /// <summary>The condition; null for always.</summary>
    public static Visibility? Read(JsonObject record)
    {
        if (record.Find("hidden")?.Value is JsonBoolean { Value: true })
        {
            return Never;
        }

        return record.Find("visibility")?.Value switch
        {
            JsonString state when state.Value.StartsWith("hidden", StringComparison.OrdinalIgnoreCase) => Never,
            JsonObject choice when choice.Find("if")?.Value is JsonArray clauses => ReadClauses(clauses, choice.Find("default")?.Value),
            _ => null,
        };
    }

    /// <summary>Visible when both are.</summary>
    public static Visibility? Both(Visibility? outer, Visibility? inner) =>
        outer is null ? inner
        : inner is null ? outer
        : Never.Equals(outer) || Never.Equals(inner) ? Never
        : new AllOf(EquatableArray.From(outer, inner));

    // The first clause that holds decides, so each one is an "if" with all that follow as its "else".
    private static Visibility? ReadClauses(JsonArray clauses, JsonNode? otherwise)
    {
        Visibility? visibility = IsFillable(otherwise) ? null : Never;
        for (int i = clauses.Items.Count - 1; i >= 0; i--)
        {
            if (clauses.Items[i] is not JsonObject clause)
            {
                return null;
            }

            bool isFillable = IsFillable(clause.Find("then")?.Value);
            if (clause.Find("then") is not null && clause.Members.Count == 1)
            {
                visibility = isFillable ? null : Never;
            }
            else if (FindCondition(clause) is { } condition)
            {
                visibility = isFillable ? Either(condition, visibility) : Both(new Not(condition), visibility);
            }
            else
            {
                return null;
            }
        }

        return visibility;
    }

    private static Visibility? Either(Visibility condition, Visibility? otherwise) =>
        otherwise is null ? null
        : Never.Equals(otherwise) ? condition
        : new AnyOf(EquatableArray.From(condition, otherwise));

    private static bool IsFillable(JsonNode? state) => state is not JsonString { Value: "visibleDisabled" or "hiddenEnabled" or "hiddenDisabled" };

    /// <summary>The one condition of an object; null where it has none, several, or one that is not understood.</summary>
    private static Visibility? FindCondition(JsonObject owner)
    {
        JsonMember? found = null;
        foreach (JsonMember member in owner.Members)
        {
            if (string.Equals(member.Name, "then", StringComparison.Ordinal))
            {
                continue;
            }

            if (found is not null)
            {
                return null;
            }

            found = member;
        }

        return found is null ? null : ReadCondition(found);
    }

    private static Visibility? ReadCondition(JsonMember member)
    {
        switch (member.Name, member.Value)
        {
            case ("$equals", JsonObject operands):
                return TextOf(operands, "parameter") is { } parameter && TextOf(operands, "value") is { } value
                    ? new ParameterEquals(parameter, value)
                    : null;
            case ("$isEnabled", JsonObject operands):
                return TextOf(operands, "parameter") is { } enabled ? new ParameterIsEnabled(enabled) : null;
            case ("$not", JsonObject operand):
                return FindCondition(operand) is { } condition ? new Not(condition) : null;
            case ("$anyOf", JsonArray operands):
                return ReadConditions(operands) is { } any ? new AnyOf(any) : null;
            case ("$allOf", JsonArray operands):
                return ReadConditions(operands) is { } all ? new AllOf(all) : null;
            default:
                return null;
        }
    }

    private static EquatableArray<Visibility>? ReadConditions(JsonArray operands)
    {
        var conditions = new List<Visibility>(operands.Items.Count);
        foreach (JsonNode operand in operands.Items)
        {
            if (operand is not JsonObject owner || FindCondition(owner) is not { } condition)
            {
                return null;
            }

            conditions.Add(condition);
        }

        return EquatableArray.From(conditions);
    }

    private static string? TextOf(JsonObject operands, string key) => operands.Find(key)?.Value switch
    {
        JsonString text => text.Value,
        JsonNumber number => number.Text,
        JsonBoolean boolean => boolean.Value ? "true" : "false",
        _ => null,
    };
}
