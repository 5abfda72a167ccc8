using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Rules;

namespace FmeTyped.Schema.Reading;

/// <summary>
/// Reads a parameter record of REST v4, which the FORM of a workspace file has as well: name, type, prompt, required, defaultValue,
/// choiceSettings, visibility, and what the type has of its own. A missing <c>required</c> reads as true.
/// </summary>
internal static class V4ParameterReader
{
    /// <summary>The parameter; null if its value is not the caller's (hidden, scripted, a message), or if it cannot be read.</summary>
    public static Parameter? Read(JsonObject record, ReadingContext context)
    {
        string? name = context.RequiredText(record, "name", "A parameter");
        string? type = context.RequiredType(record, name);
        if (name is null || type is null)
        {
            return null;
        }

        Visibility? visibility = VisibilityReader.Read(record, name, context);
        if (VisibilityReader.Never.Equals(visibility) || !V4Type.HoldsValue(type, record))
        {
            return null;
        }

        bool isList = V4Type.IsList(type, record);
        EquatableArray<Choice> choices = V4Choices.Read(record, type, name, context);
        if (V4Type.FindKind(type, record, choices) is not { } kind)
        {
            context.Report(SchemaRules.UnknownType, record.Find("type")!.Value.Span, name, type, isList ? "a list of text" : "text");
            kind = ParameterKind.Text;
        }

        DateTimeForm form = kind == ParameterKind.DateTime ? V4Type.DateTimeFormOf(record, name, context) : DateTimeForm.Any;
        var parameter = new Parameter(name, kind)
        {
            Type = type,
            IsList = isList,
            Prompt = context.Text(record, "prompt"),
            IsOptional = !(context.OptionalBoolean(record, "required") ?? true),
            Default = V4Default.Read(record, type, kind, isList, choices),
            DefaultIsWithheld = context.OptionalBoolean(record, "defaultWithheld") ?? false,
            Choices = kind switch
            {
                ParameterKind.Boolean => YesNo.Mark(choices),
                ParameterKind.Choice or ParameterKind.OpenChoice => choices,
                _ => default,
            },
            Limits = ReadLimits(record, kind, name, context),
            IsDestination = kind is ParameterKind.File or ParameterKind.Folder && V4Type.IsDestination(record),
            DateTimeForm = form,
            DateTimeFormat = kind == ParameterKind.DateTime ? DateTimeFormatReader.Read(record, form, name, context) : DateTimeFormat.Open,
            ColorFormat = kind == ParameterKind.Color ? ColorFormatReader.Read(record, ColorFormat.Default, name, context) : null,
            GeometryEncoding = kind == ParameterKind.Geometry ? GeometryReader.ReadEncoding(record, name, context) : "",
            GeometryTypes = kind == ParameterKind.Geometry ? GeometryReader.ReadTypes(record, name, context) : default,
            Hints = FormHintsReader.ReadV4(record, type),
            Visibility = visibility,
        };
        DefaultReader.Check(parameter, record, context);
        return (parameter with { Remarks = V4Remarks.Read(record, parameter, context) }).WithSecretWithheld();
    }

    private static NumberLimits ReadLimits(JsonObject record, ParameterKind kind, string name, ReadingContext context) => kind switch
    {
        ParameterKind.Integer or ParameterKind.Float => V4Step.Apply(LimitsReader.Read(record, name, context), record, name, context),
        _ => NumberLimits.None,
    };
}
