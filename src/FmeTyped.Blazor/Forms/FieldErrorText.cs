using FmeTyped.Blazor.Resources;
using FmeTyped.Metadata;

namespace FmeTyped.Blazor.Forms;

/// <summary>What is wrong with a field, in the language of the page and in the words of a form.</summary>
internal static class FieldErrorText
{
    public static string From(FmeParameterDescriptor parameter, FmeValidationError error) => error.Kind switch
    {
        FmeValidationErrorKind.Missing or FmeValidationErrorKind.Blank => FormText.Get(parameter.Kind switch
        {
            FmeParameterKind.Choice or FmeParameterKind.Boolean => "MissingChoice",
            FmeParameterKind.File when !parameter.IsDestination => "MissingFile",
            _ => "Missing",
        }),
        FmeValidationErrorKind.UnknownOption => FormText.Get("UnknownOption"),
        FmeValidationErrorKind.OutOfRange => Limits(parameter),
        FmeValidationErrorKind.TooPrecise => Precision(parameter),
        FmeValidationErrorKind.UnusableFile => FormText.Get("UnusableFile"),
        _ => Form(parameter),
    };

    private static string Limits(FmeParameterDescriptor parameter)
    {
        List<string> limits = [];
        if (parameter.Minimum is { } minimum)
        {
            limits.Add(FormText.Get(parameter.MinimumIsExclusive ? "MoreThan" : "AtLeast", NumberInput.Shown(minimum)));
        }

        if (parameter.Maximum is { } maximum)
        {
            limits.Add(FormText.Get(parameter.MaximumIsExclusive ? "LessThan" : "AtMost", NumberInput.Shown(maximum)));
        }

        return limits.Count == 0 ? FormText.Get("Malformed") : string.Join(' ', limits);
    }

    private static string Precision(FmeParameterDescriptor parameter) => parameter switch
    {
        { Kind: FmeParameterKind.DateTime } => FormText.Get("WholeSeconds"),
        { Step: { } step } => FormText.Get("MultipleOf", NumberInput.Shown(step)),
        { DecimalPlaces: { } places } => FormText.Get("Decimals", places),
        _ => FormText.Get("Malformed"),
    };

    private static string Form(FmeParameterDescriptor parameter) => parameter.Kind switch
    {
        FmeParameterKind.Integer => FormText.Get("MalformedInteger"),
        FmeParameterKind.Float => FormText.Get("MalformedFloat"),
        FmeParameterKind.Color => FormText.Get(parameter.ColorFormat.HasAlpha ? "MalformedColorAlpha" : "MalformedColor"),
        FmeParameterKind.DateTime when parameter.HasOffset == true => FormText.Get("MalformedOffset"),
        FmeParameterKind.DateTime => FormText.Get(parameter.DateTimeForm switch
        {
            FmeDateTimeForm.Date => "MalformedDate",
            FmeDateTimeForm.Time => "MalformedTime",
            _ => "MalformedDateTime",
        }),
        FmeParameterKind.Geometry when parameter.GeometryTypes.Count > 0 =>
            FormText.Get("WrongGeometry", ShownText.From(string.Join(", ", parameter.GeometryTypes))),
        FmeParameterKind.Geometry =>
            FormText.Get("MalformedGeometry", HelpText.Encoding(parameter)),
        _ => FormText.Get("Malformed"),
    };
}
