using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FmeTyped.Metadata;

namespace FmeTyped.JsonSchema;

/// <summary>
/// Says as a schema what a request looks like while a condition of visibility holds. A condition holds, does not hold, or cannot be decided, so there are two
/// schemas of it; where JSON Schema cannot say when, there is none, and the condition is left to who reads the request.
/// </summary>
/// <param name="workspace">The workspace.</param>
internal sealed class VisibilitySchema(FmeWorkspaceDescriptor workspace)
{
    private static readonly TimeSpan LongestMatch = TimeSpan.FromMilliseconds(100);

    private readonly HashSet<string> _underway = [];

    /// <summary>The schema of the requests in which a parameter is visible for certain; null if there is none.</summary>
    public JsonObject? When(FmeVisibility condition, FmeParameterDescriptor parameter)
    {
        _underway.Add(parameter.Name);
        return When(condition, isTrue: true);
    }

    private JsonObject? When(FmeVisibility condition, bool isTrue) => condition.Kind switch
    {
        FmeVisibilityKind.AnyOf => isTrue ? AnyOf(condition, isTrue) : AllOf(condition, isTrue),
        FmeVisibilityKind.AllOf => isTrue ? AllOf(condition, isTrue) : AnyOf(condition, isTrue),
        FmeVisibilityKind.Not => When(condition.Conditions[0], !isTrue),
        FmeVisibilityKind.Enabled => WhenVisible(condition.Parameter, isTrue),
        FmeVisibilityKind.Undecidable => null,
        _ => workspace.FindParameter(condition.Parameter) is { IsEncoded: false, DefaultIsWithheld: false } parameter
            ? WhenValue(parameter, condition, isTrue)
            : null,
    };

    private JsonObject? AnyOf(FmeVisibility condition, bool isTrue)
    {
        JsonNode[] schemas = [.. condition.Conditions.Select(part => When(part, isTrue)).OfType<JsonNode>()];
        return schemas.Length == 0 ? null : new JsonObject { ["anyOf"] = new JsonArray(schemas) };
    }

    private JsonObject? AllOf(FmeVisibility condition, bool isTrue)
    {
        JsonNode?[] schemas = [.. condition.Conditions.Select(part => When(part, isTrue))];
        return schemas.Contains(null) ? null
            : schemas.Length == 0 ? []
            : new JsonObject { ["allOf"] = new JsonArray(schemas) };
    }

    // A parameter without a condition is visible, and so is one whose condition asks about itself.
    private JsonObject? WhenVisible(string name, bool isTrue)
    {
        if (workspace.FindParameter(name)?.Visibility is not { } condition || !_underway.Add(name))
        {
            return isTrue ? [] : null;
        }

        JsonObject? schema = When(condition, isTrue);
        _underway.Remove(name);
        return schema;
    }

    // A parameter that is not in the request counts with its default, and without one as blank.
    private static JsonObject? WhenValue(FmeParameterDescriptor parameter, FmeVisibility condition, bool isTrue)
    {
        if (ValueSchema(parameter, condition, isTrue) is not { } value)
        {
            return null;
        }

        var schema = new JsonObject { ["properties"] = new JsonObject { [parameter.Name] = value } };
        if (HoldsOfDefault(parameter, condition) != isTrue)
        {
            schema["required"] = new JsonArray(parameter.Name);
        }

        return schema;
    }

    private static bool? HoldsOfDefault(FmeParameterDescriptor parameter, FmeVisibility condition)
    {
        FmeParameterValue value = parameter.Default ?? "";
        return condition.Kind != FmeVisibilityKind.Equals ? Holds(condition, value.IsBlank ? "" : string.Join(' ', value.Items))
            : value.IsBlank ? condition.Value.Length == 0
            : value.Items.Count == 1 && value.Text == condition.Value;
    }

    private static JsonObject? ValueSchema(FmeParameterDescriptor parameter, FmeVisibility condition, bool isTrue) => parameter.Kind switch
    {
        _ when parameter.IsList => condition.Kind == FmeVisibilityKind.Equals ? OrNot(ListOf(condition.Value), isTrue) : null,
        FmeParameterKind.Choice or FmeParameterKind.Boolean => Among(parameter, condition, isTrue),
        FmeParameterKind.Integer or FmeParameterKind.Float => Number(condition, isTrue),
        FmeParameterKind.Text or FmeParameterKind.OpenChoice or FmeParameterKind.CoordinateSystem or FmeParameterKind.Connection => Text(condition, isTrue),
        _ => null,
    };

    // Few values are possible, so each is asked for.
    private static JsonObject Among(FmeParameterDescriptor parameter, FmeVisibility condition, bool isTrue)
    {
        IEnumerable<string> values = parameter.Choices.Select(choice => choice.Value).Append("").Distinct().Where(value => Holds(condition, value) == isTrue);
        JsonNode?[] possible = [.. values.Select(value => JsonValues.From(parameter, value))];
        return possible.Length == 0 ? new JsonObject { ["not"] = new JsonObject() } : new JsonObject { ["enum"] = new JsonArray(possible) };
    }

    private static JsonObject? Number(FmeVisibility condition, bool isTrue)
    {
        bool isNumber = JsonValues.TryParse(condition.Value, out double limit);
        return condition.Kind switch
        {
            FmeVisibilityKind.Equals when condition.Value.Length == 0 => OrNot(new JsonObject { ["const"] = "" }, isTrue),
            FmeVisibilityKind.Equals when isNumber && JsonValues.Number(limit).ToJsonString() == condition.Value =>
                OrNot(new JsonObject { ["const"] = JsonValues.Number(limit) }, isTrue),
            FmeVisibilityKind.Less when isNumber => Limit(isTrue ? "exclusiveMaximum" : "minimum"),
            FmeVisibilityKind.Greater when isNumber => Limit(isTrue ? "exclusiveMinimum" : "maximum"),
            _ => null,
        };

        JsonObject Limit(string keyword) => new() { ["type"] = "number", [keyword] = JsonValues.Number(limit) };
    }

    private static JsonObject? Text(FmeVisibility condition, bool isTrue) => condition.Kind switch
    {
        FmeVisibilityKind.Equals => OrNot(new JsonObject { ["const"] = condition.Value }, isTrue),
        FmeVisibilityKind.Matches when Matches("", condition.Value) is not null => OrNot(new JsonObject { ["pattern"] = condition.Value }, isTrue),
        FmeVisibilityKind.RuntimeValue => OrNot(new JsonObject { ["pattern"] = @"\$\(" }, isTrue),
        _ => null,
    };

    private static JsonObject ListOf(string value) => value.Length == 0
        ? new JsonObject { ["maxItems"] = 0 }
        : new JsonObject { ["minItems"] = 1, ["maxItems"] = 1, ["items"] = new JsonObject { ["const"] = value } };

    private static JsonObject OrNot(JsonObject schema, bool isTrue) => isTrue ? schema : new JsonObject { ["not"] = schema };

    private static bool? Holds(FmeVisibility condition, string text) => condition.Kind switch
    {
        FmeVisibilityKind.Equals => text == condition.Value,
        FmeVisibilityKind.Less => Compare(text, condition.Value) is { } order ? order < 0 : null,
        FmeVisibilityKind.Greater => Compare(text, condition.Value) is { } order ? order > 0 : null,
        FmeVisibilityKind.Matches => Matches(text, condition.Value),
        _ => text.Contains("$(", StringComparison.Ordinal),
    };

    private static int? Compare(string text, string value) =>
        text.Length == 0 ? null
        : JsonValues.TryParse(text, out double number) && JsonValues.TryParse(value, out double limit) ? number.CompareTo(limit)
        : string.CompareOrdinal(text, value);

    private static bool? Matches(string text, string pattern)
    {
        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, LongestMatch);
        }
        catch (Exception error) when (error is ArgumentException or RegexMatchTimeoutException)
        {
            return null;
        }
    }
}
