using System.Globalization;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Naming;

namespace FmeTyped.Schema.Emission;

/// <summary>Writes the C# of one workspace: the record with its option types, and what describes them.</summary>
internal static class WorkspaceEmitter
{
    private const string Runtime = "global::FmeTyped.";
    private const string ModelValidation = "global::System.ComponentModel.DataAnnotations";

    public static void Write(SourceWriter writer, Workspace workspace, TypeName type)
    {
        MemberNames names = MemberNames.Of(workspace, type.Name);
        var types = new ParameterType[workspace.Parameters.Count];
        for (int i = 0; i < types.Length; i++)
        {
            types[i] = ParameterType.Of(workspace.Parameters[i], names.OptionTypes[i]);
        }

        writer.Open($"namespace {Escape(type.Namespace)}");
        WriteRecord(writer, workspace, type, names, types);
        writer.Line();
        DescriptorEmitter.Write(writer, workspace, names, $"global::{Escape(type.Namespace)}.{CSharpKeyword.EscapeType(type.Name)}");
        writer.Close();
    }

    private static void WriteRecord(SourceWriter writer, Workspace workspace, TypeName type, MemberNames names, ParameterType[] types)
    {
        WriteDocs(writer, workspace);
        writer.Line(GeneratedCode.Attribute);
        string name = CSharpKeyword.EscapeType(type.Name);
        writer.Line($"[global::System.Text.Json.Serialization.JsonConverter(typeof({Runtime}FmeRequestJsonConverter<{name}>))]");
        writer.Open($"public sealed partial record {name} : {Runtime}IFmeRequest<{name}>, {MarkersOf(workspace)}{ModelValidation}.IValidatableObject");
        for (int i = 0; i < types.Length; i++)
        {
            Parameter parameter = workspace.Parameters[i];
            ParameterDocs.Write(writer, parameter);
            string required = parameter.IsRequiredMember ? "required " : "";
            writer.Line($"public {required}{types[i].Property} {CSharpKeyword.Escape(names.Properties[i])} {{ get; init; }}");
            writer.Line();
        }

        for (int i = 0; i < types.Length; i++)
        {
            if (names.OptionTypes[i] is { } optionType)
            {
                OptionTypeEmitter.Write(writer, workspace.Parameters[i], optionType, name);
                writer.Line();
            }
        }

        string descriptors = $"global::{Escape(type.Namespace)}.{names.DescriptorType}";
        WriteContract(writer, name, descriptors, names, types);
        writer.Close();
    }

    // A call of a service takes requests with its marker only.
    private static string MarkersOf(Workspace workspace) =>
        (TransformationService.MayRun(TransformationService.DataDownload, workspace) ? $"{Runtime}IFmeDataDownloadRequest, " : "")
        + (TransformationService.MayRun(TransformationService.DataStreaming, workspace) ? $"{Runtime}IFmeDataStreamingRequest, " : "");

    private static void WriteContract(SourceWriter writer, string name, string descriptors, MemberNames names, ParameterType[] types)
    {
        string descriptor = $"{descriptors}.{DescriptorEmitter.WorkspaceField}";
        writer.Line("/// <summary>What is known of the workspace and its parameters.</summary>");
        writer.Line($"public static {Runtime}FmeWorkspaceDescriptor Descriptor => {descriptor};");
        writer.Line();
        writer.Line($"{Runtime}FmeWorkspaceDescriptor {Runtime}IFmeRequest.Descriptor => {descriptor};");
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line("public static bool TryRead(");
        writer.Line($"    global::System.Collections.Generic.IReadOnlyDictionary<string, {Runtime}FmeParameterValue> values,");
        writer.Line($"    [global::System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out {name}? request,");
        writer.Line($"    out global::System.Collections.Generic.IReadOnlyList<{Runtime}FmeProblem> problems) =>");
        writer.Line($"    {Runtime}FmeRequestReading.TryRead(new {Runtime}FmeParameterReader(values), out request, out problems);");
        writer.Line();
        writer.Open($"static {name} {Runtime}IFmeRequest<{name}>.Read({Runtime}FmeParameterReader reader) => new {name}");
        for (int i = 0; i < types.Length; i++)
        {
            string call = string.Format(CultureInfo.InvariantCulture, types[i].Read, DescriptorOf(descriptors, names.Properties[i]));
            writer.Line($"{CSharpKeyword.Escape(names.Properties[i])} = {call},");
        }

        writer.Close("};");
        writer.Line();
        writer.Line($"global::System.Collections.Generic.IEnumerable<{ModelValidation}.ValidationResult> {ModelValidation}.IValidatableObject.Validate({ModelValidation}.ValidationContext validationContext) =>");
        writer.Line($"    {Runtime}FmeRequestValidation.ToValidationResults(this);");
        writer.Line();
        writer.Open($"void {Runtime}IFmeRequest.Write({Runtime}FmeParameterWriter writer)");
        for (int i = 0; i < types.Length; i++)
        {
            writer.Line(string.Format(
                CultureInfo.InvariantCulture,
                types[i].Write,
                DescriptorOf(descriptors, names.Properties[i]),
                "this." + CSharpKeyword.Escape(names.Properties[i])));
        }

        writer.Close();
    }

    private static void WriteDocs(SourceWriter writer, Workspace workspace)
    {
        string path = DocComment.Code($"{workspace.Repository}/{workspace.Name}");
        string title = DocComment.Text(workspace.Title);
        writer.Line("/// <summary>");
        writer.Line($"/// {(title.Length == 0 ? $"Runs the workspace {path}" : title)}");
        if (title.Length > 0)
        {
            writer.Line($"/// <para>Runs the workspace {path}.</para>");
        }

        if (DocComment.Text(workspace.Description) is { Length: > 0 } description)
        {
            writer.Line($"/// <para>{description}</para>");
        }

        writer.Line("/// </summary>");
    }

    private static string DescriptorOf(string descriptors, string property) => $"{descriptors}.{CSharpKeyword.Escape(property)}";

    private static string Escape(string namespaceName)
    {
        string[] parts = namespaceName.Split('.');
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = CSharpKeyword.Escape(parts[i]);
        }

        return string.Join(".", parts);
    }
}
