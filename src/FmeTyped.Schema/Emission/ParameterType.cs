using System;
using FmeTyped.Schema.Model;

namespace FmeTyped.Schema.Emission;

/// <summary>
/// How C# sees a parameter: the type of its property, and how generated code hands the property to the writer and takes it from
/// the reader.
/// </summary>
internal readonly struct ParameterType
{
    private const string Runtime = "global::FmeTyped.";

    private ParameterType(string property, string write, string read)
    {
        Property = property;
        Write = write;
        Read = read;
    }

    /// <summary>The type of the property.</summary>
    public string Property { get; }

    /// <summary>The call on the writer; {0} is the descriptor and {1} the property.</summary>
    public string Write { get; }

    /// <summary>The call on the reader; {0} is the descriptor.</summary>
    public string Read { get; }

    public static ParameterType Of(Parameter parameter, string? optionType) => parameter switch
    {
        { CSharpJson: { } json } => Json(parameter, json),
        { Kind: ParameterKind.Choice, IsList: true } => List(parameter, optionType!, "Options", $"<{optionType}>"),
        { Kind: ParameterKind.File, IsList: true } => List(parameter, Runtime + "FmeFile", "Files", ""),
        { Kind: ParameterKind.Folder, IsList: true } => List(parameter, Runtime + "FmeFolder", "Folders", ""),
        { IsList: true } => List(parameter, "string", "Texts", ""),
        { Kind: ParameterKind.Integer } => Value(parameter, "long", "Integer", ""),
        { Kind: ParameterKind.Float } => Value(parameter, "double", "Float", ""),
        { Kind: ParameterKind.Boolean } => Value(parameter, "bool", "Boolean", ""),
        { Kind: ParameterKind.Choice } => Value(parameter, optionType!, "Option", $"<{optionType}>"),
        { Kind: ParameterKind.DateTime } => ValueWithBlank(parameter, "FmeDateTime", "DateTime"),
        { Kind: ParameterKind.Color } => ValueWithBlank(parameter, "FmeColor", "Color"),
        { Kind: ParameterKind.OpenChoice } => TextLike(parameter, optionType!, "?.Value"),
        { Kind: ParameterKind.CoordinateSystem } => TextLike(parameter, Runtime + "FmeCoordinateSystem", "?.Name"),
        { Kind: ParameterKind.Connection } => TextLike(parameter, Runtime + "FmeConnectionName", "?.Name"),
        { Kind: ParameterKind.File } => Class(parameter, "FmeFile", "File"),
        { Kind: ParameterKind.Folder } => Class(parameter, "FmeFolder", "Folder"),
        { Kind: ParameterKind.Secret } => Class(parameter, "FmeSecret", "Secret"),
        { Kind: ParameterKind.Geometry } => Class(parameter, "FmeGeometry", "Geometry"),
        { Kind: ParameterKind.Text } => TextLike(parameter, "string", ""),
        _ => throw new ArgumentOutOfRangeException(nameof(parameter), parameter.Kind, "This kind has no C# type."),
    };

    // A value type is nullable, or FmeOptional where unset and blank differ.
    private static ParameterType Value(Parameter parameter, string type, string method, string argument)
    {
        string write = $"writer.Write{method}{argument}({{0}}, {{1}});";
        return parameter.IsRequiredMember ? new(type, write, $"reader.ReadRequired{method}{argument}({{0}})")
            : parameter.CanBeBlanked ? new($"{Runtime}FmeOptional<{type}>", write, $"reader.Read{method}OrBlank{argument}({{0}})")
            : new(type + "?", write, $"reader.Read{method}{argument}({{0}})");
    }

    // A struct of the runtime that can be blank itself.
    private static ParameterType ValueWithBlank(Parameter parameter, string type, string method)
    {
        string write = $"writer.Write{method}({{0}}, {{1}});";
        return parameter.IsRequiredMember
            ? new(Runtime + type, write, $"reader.ReadRequired{method}({{0}})")
            : new(Runtime + type + "?", write, $"reader.Read{method}({{0}})");
    }

    private static ParameterType Class(Parameter parameter, string type, string method) => Reference(
        parameter, Runtime + type, $"writer.Write{method}({{0}}, {{1}});", $"reader.Read{method}({{0}})");

    private static ParameterType Json(Parameter parameter, JsonType json) => Reference(
        parameter,
        $"global::{json.Name}",
        $"writer.WriteJson({{0}}, {{1}}, global::{json.TypeInfo});",
        $"reader.ReadJson({{0}}, global::{json.TypeInfo})");

    // What is text on the wire is blank when empty, and converts from string.
    private static ParameterType TextLike(Parameter parameter, string type, string accessor) => Reference(
        parameter, type, $"writer.WriteText({{0}}, {{1}}{accessor});", "reader.ReadText({0})");

    private static ParameterType List(Parameter parameter, string item, string method, string argument) => Reference(
        parameter, $"{Runtime}FmeList<{item}>", $"writer.Write{method}{argument}({{0}}, {{1}});", $"reader.Read{method}{argument}({{0}})");

    // Where a required one is missing, the reader notes it and the request that holds the null is not handed out.
    private static ParameterType Reference(Parameter parameter, string type, string write, string read) =>
        parameter.IsRequiredMember ? new(type, write, read + "!") : new(type + "?", write, read);
}
