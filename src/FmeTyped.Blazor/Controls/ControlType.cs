using FmeTyped.Metadata;

namespace FmeTyped.Blazor.Controls;

/// <summary>Chooses the control of a parameter.</summary>
internal static class ControlType
{
    // More than these are no longer taken in at a glance.
    private const int MostInSight = 3;

    public static Type For(FmeParameterDescriptor parameter) => parameter switch
    {
        { Kind: FmeParameterKind.File, IsDestination: false } => typeof(FileControl),
        { Kind: FmeParameterKind.Choice, NodeDelimiter.Length: > 0 } => typeof(TreeControl),
        { Kind: FmeParameterKind.Choice, IsList: true } => typeof(ChoicesControl),
        { Kind: FmeParameterKind.Choice, Choices.Count: <= MostInSight } => typeof(RadioControl),
        { Kind: FmeParameterKind.Choice } => typeof(ChoiceControl),
        { IsList: true } => typeof(ListControl),
        { Kind: FmeParameterKind.Boolean, IsOptional: false, HasDefault: true } => typeof(CheckControl),
        { Kind: FmeParameterKind.Boolean } => typeof(RadioControl),
        { Kind: FmeParameterKind.OpenChoice or FmeParameterKind.CoordinateSystem } => typeof(OpenChoiceControl),
        { Kind: FmeParameterKind.Integer or FmeParameterKind.Float, HasSlider: true, Minimum: not null, Maximum: not null } => typeof(SliderControl),
        { Kind: FmeParameterKind.Integer or FmeParameterKind.Float } => typeof(NumberControl),
        { Kind: FmeParameterKind.DateTime } => typeof(DateTimeControl),
        { Kind: FmeParameterKind.Secret } => typeof(SecretControl),
        { Kind: FmeParameterKind.Color } => typeof(ColorControl),
        { Kind: FmeParameterKind.Geometry } => typeof(GeometryControl),
        { Kind: FmeParameterKind.Text, IsMultiline: true } => typeof(MultilineControl),
        _ => typeof(TextControl),
    };

    /// <summary>Whether a control is several elements, which its label names together.</summary>
    public static bool IsGroup(Type control) => control == typeof(RadioControl) || control == typeof(ChoicesControl) || control == typeof(TreeControl);

    /// <summary>Whether a control has its label itself.</summary>
    public static bool HasLabel(Type control) => control == typeof(CheckControl);
}
