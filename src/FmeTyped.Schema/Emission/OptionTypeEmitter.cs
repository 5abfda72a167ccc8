using FmeTyped.Schema.Model;
using FmeTyped.Schema.Naming;

namespace FmeTyped.Schema.Emission;

/// <summary>Writes the type of a parameter's options: an enum if no other value is allowed, an open type if any text is.</summary>
internal static class OptionTypeEmitter
{
    public static void Write(SourceWriter writer, HoverText hover, Parameter parameter, string typeName, string requestName)
    {
        string[] names = MemberNames.OfOptions(parameter, typeName);
        ParameterDocs.WriteOptionType(hover, parameter);
        writer.Line(GeneratedCode.Attribute);
        if (parameter.Kind == ParameterKind.OpenChoice)
        {
            WriteOpen(writer, hover, parameter, typeName, names);
        }
        else
        {
            writer.Write("[global::System.Text.Json.Serialization.JsonConverter(typeof(");
            writer.Line($"global::FmeTyped.Generated.FmeOptionJsonConverter<{typeName}, {requestName}>))]");
            WriteEnum(writer, hover, parameter, typeName, names);
        }
    }

    private static void WriteEnum(SourceWriter writer, HoverText hover, Parameter parameter, string typeName, string[] names)
    {
        int[] numbers = OptionNumbers.From(parameter.Choices);
        writer.Open($"public enum {typeName}");
        for (int i = 0; i < names.Length; i++)
        {
            ParameterDocs.WriteOption(hover, parameter.Choices[i]);
            writer.Line($"{CSharpKeyword.Escape(names[i])} = {numbers[i]},");
        }

        writer.Close();
    }

    private static void WriteOpen(SourceWriter writer, HoverText hover, Parameter parameter, string typeName, string[] names)
    {
        string text = $"global::FmeTyped.Generated.IFmeText<{typeName}>";
        writer.Line($"[global::System.Text.Json.Serialization.JsonConverter(typeof(global::FmeTyped.Generated.FmeTextJsonConverter<{typeName}>))]");
        writer.Open($"public sealed record {typeName} : {text}");
        writer.Line("/// <summary>An option by its value.</summary>");
        writer.Line("/// <param name=\"value\">What is sent; empty leaves the parameter blank.</param>");

        // Not nameof(value): a namespace may be called nameof.
        writer.Line($"public {typeName}(string value) => Value = value ?? throw new global::System.ArgumentNullException(\"value\");");
        writer.Line();
        writer.Line("/// <summary>What is sent.</summary>");
        writer.Line("public string Value { get; }");
        for (int i = 0; i < names.Length; i++)
        {
            writer.Line();
            ParameterDocs.WriteOption(hover, parameter.Choices[i]);
            AnalyzerAttributes.Write(writer, parameter.Choices[i]);
            writer.Line($"public static {typeName} {CSharpKeyword.Escape(names[i])} {{ get; }} = new({CSharpLiteral.From(parameter.Choices[i].Value)});");
        }

        writer.Line();
        writer.Line("/// <summary>Any text; null leaves the parameter unset.</summary>");
        writer.Line("/// <param name=\"value\">What is sent.</param>");
        writer.Line("[return: global::System.Diagnostics.CodeAnalysis.NotNullIfNotNull(\"value\")]");
        writer.Line($"public static implicit operator {typeName}?(string? value) => value is null ? null : new(value);");
        writer.Line();
        writer.Line("/// <summary>Blank.</summary>");
        writer.Line("/// <param name=\"blank\">Blank.</param>");
        writer.Line($"public static implicit operator {typeName}(global::FmeTyped.FmeBlank blank) => new(\"\");");
        writer.Line();
        writer.Line("/// <summary>Returns what is sent.</summary>");
        writer.Line("public override string ToString() => Value;");
        writer.Line();
        writer.Line($"static {typeName} {text}.FromText(string text) => new(text);");
        writer.Line();
        writer.Line($"string {text}.ToText() => Value;");
        writer.Close();
    }
}
