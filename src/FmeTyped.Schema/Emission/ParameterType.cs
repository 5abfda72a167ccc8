using System;
using FmeTyped.Schema.Model;

namespace FmeTyped.Schema.Emission;

/// <summary>
/// The C# side of a parameter: the type of its property, and how generated code passes the property to the writer and reads it from
/// the reader. It consists of constants and names, and is formatted only when it is written.
/// </summary>
internal readonly struct ParameterType : SourceWriter.IPiece
{
    private const string Runtime = "global::FmeTyped.";
    private const string ListOf = Runtime + "FmeList<";
    private const string OptionalOf = Runtime + "FmeOptional<";

    private ParameterType(string method, string before, string type, string after)
    {
        Method = method;
        Before = before;
        Type = type;
        After = after;
    }

    /// <summary>The type of the property.</summary>
    public string Property => Before + Type + After;

    // What the methods of writer and reader are called after their verb, and whether the type is their argument.
    private string Method { get; }

    private bool IsGeneric { get; init; }

    // The type of one value, and what stands around it.
    private string Before { get; }

    private string Type { get; }

    private string After { get; init; }

    // What the writer takes of the property.
    private string Accessor { get; init; } = "";

    // What surrounds the reader's method.
    private string ReadVerb { get; init; } = "Read";

    private string ReadSuffix { get; init; } = "";

    private string ReadEnd { get; init; } = "";

    // Where a type's JSON is described, the last argument of both.
    private string? TypeInfo { get; init; }

    public static ParameterType From(Parameter parameter, string? optionType) => parameter switch
    {
        { CSharpJson: { } json } => Reference(parameter, "Json", "global::", json.Name) with { TypeInfo = json.TypeInfo },
        { Kind: ParameterKind.Choice, IsList: true } => List(parameter, "Options", optionType!) with { IsGeneric = true },
        { Kind: ParameterKind.File, IsList: true } => List(parameter, "Files", Runtime + "FmeFile"),
        { Kind: ParameterKind.Folder, IsList: true } => List(parameter, "Folders", Runtime + "FmeFolder"),
        { IsList: true } => List(parameter, "Texts", "string"),
        { Kind: ParameterKind.Integer } => Value(parameter, "Integer", "long"),
        { Kind: ParameterKind.Float } => Value(parameter, "Float", "double"),
        { Kind: ParameterKind.Boolean } => Value(parameter, "Boolean", "bool"),
        { Kind: ParameterKind.Choice } => Value(parameter, "Option", optionType!) with { IsGeneric = true },
        { Kind: ParameterKind.DateTime } => ValueWithBlank(parameter, "DateTime", "FmeDateTime"),
        { Kind: ParameterKind.Color } => ValueWithBlank(parameter, "Color", "FmeColor"),

        // A value that is text on the wire is blank when empty, and converts from string.
        { Kind: ParameterKind.OpenChoice } => Reference(parameter, "Text", "", optionType!) with { Accessor = "?.Value" },
        { Kind: ParameterKind.CoordinateSystem } => Reference(parameter, "Text", Runtime, "FmeCoordinateSystem") with { Accessor = "?.Name" },
        { Kind: ParameterKind.Connection } => Reference(parameter, "Text", Runtime, "FmeConnectionName") with { Accessor = "?.Name" },
        { Kind: ParameterKind.File } => Reference(parameter, "File", Runtime, "FmeFile"),
        { Kind: ParameterKind.Folder } => Reference(parameter, "Folder", Runtime, "FmeFolder"),
        { Kind: ParameterKind.Secret } => Reference(parameter, "Secret", Runtime, "FmeSecret"),
        { Kind: ParameterKind.Geometry } => Reference(parameter, "Geometry", Runtime, "FmeGeometry"),
        { Kind: ParameterKind.Text } => Reference(parameter, "Text", "", "string"),
        _ => throw new ArgumentOutOfRangeException(nameof(parameter), parameter.Kind, "This kind has no C# type."),
    };

    /// <summary>Writes the type of the property.</summary>
    public void WriteTo(SourceWriter writer) => writer.Write($"{Before}{Type}{After}");

    /// <summary>Writes the statement that passes the property to the writer.</summary>
    public void WriteWriterCall(SourceWriter writer, string descriptors, string property)
    {
        writer.Write($"writer.Write{Method}");
        WriteArgument(writer);
        writer.Write($"({descriptors}.{property}, this.{property}{Accessor}");
        WriteTypeInfo(writer);
        writer.Line(");");
    }

    /// <summary>Writes the initializer that reads the property from the reader.</summary>
    public void WriteReaderCall(SourceWriter writer, string descriptors, string property)
    {
        writer.Write($"{property} = reader.{ReadVerb}{Method}{ReadSuffix}");
        WriteArgument(writer);
        writer.Write($"({descriptors}.{property}");
        WriteTypeInfo(writer);
        writer.Line($"){ReadEnd},");
    }

    // A value type is nullable, or FmeOptional if unset and blank differ.
    private static ParameterType Value(Parameter parameter, string method, string type) =>
        parameter.IsRequiredMember ? new(method, "", type, "") { ReadVerb = "ReadRequired" }
        : parameter.CanBeBlanked ? new(method, OptionalOf, type, ">") { ReadSuffix = "OrBlank" }
        : new(method, "", type, "?");

    // A struct of the runtime that can be blank itself.
    private static ParameterType ValueWithBlank(Parameter parameter, string method, string type) =>
        parameter.IsRequiredMember ? new(method, Runtime, type, "") { ReadVerb = "ReadRequired" } : new(method, Runtime, type, "?");

    private static ParameterType List(Parameter parameter, string method, string item) =>
        parameter.IsRequiredMember ? new(method, ListOf, item, ">") { ReadEnd = "!" } : new(method, ListOf, item, ">?");

    // If a required one is missing, the reader records it, and the request with the null is not returned.
    private static ParameterType Reference(Parameter parameter, string method, string before, string type) =>
        parameter.IsRequiredMember ? new(method, before, type, "") { ReadEnd = "!" } : new(method, before, type, "?");

    private void WriteArgument(SourceWriter writer)
    {
        if (IsGeneric)
        {
            writer.Write($"<{Type}>");
        }
    }

    private void WriteTypeInfo(SourceWriter writer)
    {
        if (TypeInfo is not null)
        {
            writer.Write($", global::{TypeInfo}");
        }
    }
}
