using System;
using System.Collections.Generic;
using FmeTyped.Schema.Facts;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Naming;
using FmeTyped.Schema.Rules;

namespace FmeTyped.Schema.Reading;

/// <summary>
/// Gives a parameter that the server calls text the type it really has: a team says so under <c>csharp</c>, and a name such as
/// API_TOKEN says it of a secret.
/// </summary>
internal static class KindOverride
{
    private static readonly Dictionary<string, Func<Parameter, Parameter>> Types = new(StringComparer.Ordinal)
    {
        ["text"] = parameter => parameter,
        ["integer"] = parameter => parameter with { Kind = ParameterKind.Integer },
        ["float"] = parameter => parameter with { Kind = ParameterKind.Float },
        ["date"] = parameter => parameter with { Kind = ParameterKind.DateTime, DateTimeForm = DateTimeForm.Date },
        ["time"] = parameter => parameter with { Kind = ParameterKind.DateTime, DateTimeForm = DateTimeForm.Time },
        ["dateTime"] = parameter => parameter with { Kind = ParameterKind.DateTime, DateTimeForm = DateTimeForm.DateTime },
        ["geoJson"] = parameter => parameter with { Kind = ParameterKind.Geometry, GeometryEncoding = "GeoJSON" },
        ["wkt"] = parameter => parameter with { Kind = ParameterKind.Geometry, GeometryEncoding = "WKT" },
        ["color"] = parameter => parameter with { Kind = ParameterKind.Color },
        ["coordinateSystem"] = parameter => parameter with { Kind = ParameterKind.CoordinateSystem },
        ["connection"] = parameter => parameter with { Kind = ParameterKind.Connection },
        ["file"] = parameter => parameter with { Kind = ParameterKind.File },
        ["folder"] = parameter => parameter with { Kind = ParameterKind.Folder },
        ["secret"] = parameter => parameter with { Kind = ParameterKind.Secret },
    };

    public static Parameter Apply(Parameter parameter, JsonObject? csharp, ReadingContext context)
    {
        bool? isSecret = csharp is null ? null : context.OptionalBoolean(csharp, "secret");
        bool isPlainText = parameter is { Kind: ParameterKind.Text, IsList: false };
        if (csharp?.Find("type")?.Value is { } type)
        {
            return ApplyType(parameter, type, csharp.Find("record")?.Value as JsonObject, context);
        }

        if (isSecret == true && !isPlainText && parameter.Kind != ParameterKind.Secret)
        {
            context.Report(SchemaRules.UnusableType, csharp!.Find("secret")!.Value.Span, $"the parameter {parameter.Name}", "'secret'", OnlyText(parameter));
            return parameter;
        }

        return isPlainText && (isSecret ?? SecretNames.Says(parameter.Name)) ? (parameter with { Kind = ParameterKind.Secret }).WithSecretWithheld()
            : isSecret == false && parameter.Kind == ParameterKind.Secret ? parameter with { Kind = ParameterKind.Text }
            : parameter;
    }

    /// <summary>Has text sent in FME's own encoding where a team says so. What the value of an option is, the workspace itself says.</summary>
    public static Parameter ApplyEncoding(Parameter parameter, JsonObject? csharp, ReadingContext context)
    {
        if (csharp is null || context.OptionalBoolean(csharp, "encoded") != true)
        {
            return parameter;
        }

        if (parameter.Kind is ParameterKind.Text or ParameterKind.OpenChoice or ParameterKind.Geometry)
        {
            return parameter with { CSharpEncoded = true };
        }

        context.Report(
            SchemaRules.UnusableType,
            csharp.Find("encoded")!.Value.Span,
            $"the parameter {parameter.Name}",
            "'encoded'",
            $"is for text and geometry, and this one is {parameter.Type}");
        return parameter;
    }

    private static Parameter ApplyType(Parameter parameter, JsonNode type, JsonObject? record, ReadingContext context)
    {
        string owner = $"the parameter {parameter.Name}";
        string written = type is JsonString text ? $"'{text.Value}'" : "in an object";
        if (parameter is not { Kind: ParameterKind.Text, IsList: false })
        {
            context.Report(SchemaRules.UnusableType, type.Span, owner, written, OnlyText(parameter));
            return parameter;
        }

        switch (type)
        {
            case JsonString { Value: var name } when Types.TryGetValue(name, out Func<Parameter, Parameter>? change):
                return WithFormat(change(parameter), record, context).WithSecretWithheld();
            case JsonString { Value: var name }:
                context.Report(SchemaRules.UnusableType, type.Span, owner, written, $"is not known{NearMiss.Hint(name, Types.Keys)}");
                return parameter;
            case JsonObject json when context.RequiredText(json, "json", "A JSON type") is { } jsonType
                && context.RequiredText(json, "typeInfo", "A JSON type") is { } typeInfo:
                if (CSharpIdentifier.IsValidPath(jsonType) && CSharpIdentifier.IsValidPath(typeInfo))
                {
                    return parameter with { CSharpJson = new JsonType(jsonType, typeInfo) };
                }

                context.Report(
                    SchemaRules.UnusableType,
                    type.Span,
                    owner,
                    written,
                    "does not name a C# type and its JsonTypeInfo, such as MyApp.Area and MyApp.MyJson.Default.Area");
                return parameter;
            case JsonObject:
                return parameter;
            default:
                context.Report(SchemaRules.WrongValue, type.Span, "type", "a text or an object", ReadingContext.Describe(type));
                return parameter;
        }
    }

    // How such a text is written is the team's to say, too.
    private static Parameter WithFormat(Parameter parameter, JsonObject? record, ReadingContext context)
    {
        JsonObject said = record ?? new JsonObject(default, Array.Empty<JsonMember>());
        return parameter.Kind switch
        {
            ParameterKind.Color => parameter with { ColorFormat = ColorFormatReader.Read(said, ColorFormat.Default, parameter.Name, context) },
            ParameterKind.DateTime => parameter with { DateTimeFormat = DateTimeFormatReader.ReadSaid(said, parameter.DateTimeForm, parameter.Name, context) },
            _ => parameter,
        };
    }

    private static string OnlyText(Parameter parameter) =>
        $"is for parameters that the server calls text, and this one is {parameter.Type}";
}
