using System.Globalization;
using System.Text.Json.Nodes;
using FmeTyped.Metadata;

namespace FmeTyped.JsonSchema;

/// <summary>The schema of one parameter's value.</summary>
/// <remarks>
/// It has two parts. The form is what a request can hold at all, such as a number or one of the options. The rules are what makes the value valid, such as a
/// limit; they do not count while the parameter is not visible.
/// </remarks>
internal static class ParameterJsonSchema
{
    private const int MostCaptions = 50;

    public static JsonObject Full(FmeParameterDescriptor parameter)
    {
        JsonObject schema = Labels(parameter, isInWords: false);
        Merge(schema, Form(parameter, isSimple: false));
        if (parameter.Visibility is null)
        {
            Merge(schema, Rules(parameter, isApart: false));
        }

        return schema;
    }

    public static JsonObject Simple(FmeParameterDescriptor parameter)
    {
        JsonObject schema = Labels(parameter, isInWords: true);
        Merge(schema, Form(parameter, isSimple: true));
        Merge(schema, Rules(parameter, isApart: false));
        return schema;
    }

    /// <summary>What makes a value valid; empty if any value of the right form is.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="isApart">Whether the rules stand apart from the form, which then has blank for a value of every parameter.</param>
    public static JsonObject Rules(FmeParameterDescriptor parameter, bool isApart)
    {
        if (!parameter.IsList)
        {
            return ItemRules(parameter, isApart);
        }

        var rules = new JsonObject();
        if (!parameter.IsOptional && !HasBlankOption(parameter))
        {
            rules["minItems"] = 1;
        }

        if (parameter.Kind is FmeParameterKind.File or FmeParameterKind.Folder)
        {
            rules["items"] = new JsonObject { ["minLength"] = 1 };
        }

        return rules;
    }

    // Blank is the empty text, which is beside the number, the option or the text.
    private static bool CanBeBlank(FmeParameterDescriptor parameter) => parameter.IsOptional && !parameter.IsList;

    private static bool HasBlankOption(FmeParameterDescriptor parameter) => parameter.FindChoice("") is not null;

    private static JsonObject Labels(FmeParameterDescriptor parameter, bool isInWords)
    {
        var schema = new JsonObject();
        if (parameter.Prompt.Length > 0)
        {
            schema["title"] = parameter.Prompt;
        }

        if (Description(parameter, isInWords) is { Length: > 0 } description)
        {
            schema["description"] = description;
        }

        if (parameter.HasDefault && parameter.Default is { } value)
        {
            schema["default"] = JsonValues.From(parameter, value);
        }

        if (parameter.Kind == FmeParameterKind.Secret)
        {
            schema["writeOnly"] = true;
        }

        return schema;
    }

    private static string Description(FmeParameterDescriptor parameter, bool isInWords)
    {
        var sentences = new List<string>();
        if (isInWords && parameter.Visibility is { } visibility)
        {
            sentences.Add($"{(parameter.MustBeSet ? "Has to be set" : "Counts only")} while {WithoutDoubleNegation(visibility)}.");
        }

        if (isInWords && parameter.Kind == FmeParameterKind.OpenChoice && parameter.Choices.Count > 0)
        {
            sentences.Add($"For example {ChoicesInWords(parameter)}.");
        }

        if (isInWords && parameter.Kind == FmeParameterKind.Choice && parameter.Choices.Any(choice => choice.Caption != choice.Value))
        {
            sentences.Add($"{ChoicesInWords(parameter)}.");
        }

        if (parameter.Kind == FmeParameterKind.DateTime)
        {
            sentences.Add(DateTimePattern.Examples(parameter));
        }

        if (parameter.DefaultIsWithheld)
        {
            sentences.Add("The workspace has a default, which is not shown.");
        }

        return string.Join(' ', sentences);
    }

    private static string ChoicesInWords(FmeParameterDescriptor parameter) => string.Join(
        "; ",
        parameter.Choices.Take(MostCaptions).Select(choice => choice.Caption == choice.Value ? choice.Value : $"{choice.Value}: {choice.Caption}"));

    private static FmeVisibility WithoutDoubleNegation(FmeVisibility condition) =>
        condition.Kind == FmeVisibilityKind.Not && condition.Conditions[0] is { Kind: FmeVisibilityKind.Not } negation
            ? WithoutDoubleNegation(negation.Conditions[0])
            : condition;

    // A parameter that is not visible may be blank, whatever it is.
    private static JsonObject Form(FmeParameterDescriptor parameter, bool isSimple) => parameter.IsList
        ? new JsonObject { ["type"] = "array", ["items"] = ItemForm(parameter, isSimple, isBlankOption: false) }
        : ItemForm(parameter, isSimple, isBlankOption: CanBeBlank(parameter) || (!isSimple && parameter.Visibility is not null));

    private static JsonObject ItemForm(FmeParameterDescriptor parameter, bool isSimple, bool isBlankOption) => parameter.Kind switch
    {
        FmeParameterKind.Integer => OrBlank(new JsonObject { ["type"] = "integer", ["format"] = "int64" }, isBlankOption),
        FmeParameterKind.Float => OrBlank(new JsonObject { ["type"] = "number", ["format"] = "double" }, isBlankOption),
        FmeParameterKind.Boolean => OrBlank(new JsonObject { ["type"] = "boolean" }, isBlankOption && !HasBlankOption(parameter)),
        FmeParameterKind.Choice => Options(parameter, isSimple, isBlankOption),
        FmeParameterKind.OpenChoice => Suggestions(parameter, isSimple),
        FmeParameterKind.Geometry => Geometry(parameter, isSimple),
        FmeParameterKind.Secret => new JsonObject { ["type"] = "string", ["format"] = "password" },
        _ => new JsonObject { ["type"] = "string" },
    };

    // A type beside another one says the same as anyOf, and every reader of schemas takes it. The length counts for texts only.
    private static JsonObject OrBlank(JsonObject schema, bool isBlankOption)
    {
        if (isBlankOption)
        {
            schema["type"] = new JsonArray((string)schema["type"]!, "string");
            schema["maxLength"] = 0;
        }

        return schema;
    }

    private static JsonObject Options(FmeParameterDescriptor parameter, bool isSimple, bool isBlankOption)
    {
        IEnumerable<FmeChoice> choices = parameter.Choices.DistinctBy(choice => choice.Value);
        if (isBlankOption && !HasBlankOption(parameter))
        {
            choices = choices.Append(new FmeChoice("", "Blank"));
        }

        return isSimple
            ? new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. choices.Select(choice => JsonValue.Create(choice.Value))]) }
            : new JsonObject { ["type"] = "string", ["oneOf"] = new JsonArray([.. choices.Select(Constant)]) };
    }

    private static JsonObject Suggestions(FmeParameterDescriptor parameter, bool isSimple) => isSimple || parameter.Choices.Count == 0
        ? new JsonObject { ["type"] = "string" }
        : new JsonObject { ["anyOf"] = new JsonArray([.. parameter.Choices.Select(Constant), new JsonObject { ["type"] = "string" }]) };

    private static JsonObject Constant(FmeChoice choice) => new() { ["const"] = choice.Value, ["title"] = choice.Caption };

    private static JsonObject Geometry(FmeParameterDescriptor parameter, bool isSimple)
    {
        var text = new JsonObject { ["type"] = "string" };
        if (parameter.IsEncoded || !GeoJsonSchema.IsTaken(parameter))
        {
            return text;
        }

        return isSimple
            ? new JsonObject { ["type"] = new JsonArray("string", "object"), ["required"] = new JsonArray("type") }
            : new JsonObject { ["anyOf"] = new JsonArray(text, GeoJsonSchema.Object(parameter)) };
    }

    private static JsonObject ItemRules(FmeParameterDescriptor parameter, bool isApart)
    {
        JsonObject rules = parameter.Kind switch
        {
            FmeParameterKind.Integer or FmeParameterKind.Float => Limits(parameter),
            FmeParameterKind.DateTime => new JsonObject { ["pattern"] = DateTimePattern.From(parameter) },
            FmeParameterKind.Color => new JsonObject { ["pattern"] = ColorPattern.From(parameter) },
            _ => [],
        };
        bool isText = parameter.Kind is not (FmeParameterKind.Integer or FmeParameterKind.Float or FmeParameterKind.Boolean or FmeParameterKind.Choice
            or FmeParameterKind.DateTime or FmeParameterKind.Color);
        if ((isText || isApart) && !CanBeBlank(parameter) && !HasBlankOption(parameter))
        {
            rules["minLength"] = 1;
        }

        return rules;
    }

    private static JsonObject Limits(FmeParameterDescriptor parameter)
    {
        var rules = new JsonObject();
        if (parameter.Minimum is { } minimum)
        {
            rules[parameter.MinimumIsExclusive ? "exclusiveMinimum" : "minimum"] = JsonValues.Number(minimum);
        }

        if (parameter.Maximum is { } maximum)
        {
            rules[parameter.MaximumIsExclusive ? "exclusiveMaximum" : "maximum"] = JsonValues.Number(maximum);
        }

        decimal? place = parameter.DecimalPlaces is { } places and < 28 ? 1 / (decimal)Math.Pow(10, places) : null;
        if (parameter.Step is { } step)
        {
            rules["multipleOf"] = JsonValues.Number(step);
            if (place is { } smaller && (decimal)step % smaller != 0)
            {
                rules["allOf"] = new JsonArray(new JsonObject { ["multipleOf"] = smaller });
            }
        }
        else if (place is { } unit)
        {
            rules["multipleOf"] = JsonNode.Parse(unit.ToString(CultureInfo.InvariantCulture));
        }

        return rules;
    }

    private static void Merge(JsonObject schema, JsonObject more)
    {
        foreach ((string key, JsonNode? value) in more)
        {
            if (schema[key] is JsonObject inner && value is JsonObject additions)
            {
                Merge(inner, additions);
            }
            else
            {
                schema[key] = value?.DeepClone();
            }
        }
    }
}
