using FmeTyped.Schema.Facts;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Naming;

namespace FmeTyped.Schema.Emission;

/// <summary>Writes the C# of one workspace: the record, its option types, and their descriptors.</summary>
internal static class WorkspaceEmitter
{
    private const string Runtime = "global::FmeTyped.";
    private const string Metadata = "global::FmeTyped.Metadata.";
    private const string Generated = "global::FmeTyped.Generated.";
    private const string ModelValidation = "global::System.ComponentModel.DataAnnotations";
    private const int MostOfTitle = 120;
    private const int MostOfPath = 200;

    public static void Write(SourceWriter writer, Workspace workspace, TypeName type)
    {
        MemberNames names = MemberNames.From(workspace, type.Name);
        string ownNamespace = Escape(type.Namespace);
        string name = CSharpKeyword.EscapeType(type.Name);
        writer.Open($"namespace {ownNamespace}");
        WriteRecord(writer, workspace, name, $"global::{ownNamespace}.{names.DescriptorType}", names);
        writer.Line();
        DescriptorEmitter.Write(writer, workspace, names, $"global::{ownNamespace}.{name}");
        writer.Close();
    }

    private static void WriteRecord(SourceWriter writer, Workspace workspace, string name, string descriptors, MemberNames names)
    {
        var hover = new HoverText(writer);
        WriteDocs(hover, workspace);
        writer.Line(GeneratedCode.Attribute);
        AnalyzerAttributes.Write(writer, workspace);
        writer.Line($"[global::System.Text.Json.Serialization.JsonConverter(typeof({Generated}FmeRequestJsonConverter<{name}>))]");
        writer.Open($"public sealed partial record {name} : {Runtime}IFmeRequest<{name}>, {MarkersOf(workspace)}{ModelValidation}.IValidatableObject");
        for (int i = 0; i < workspace.Parameters.Count; i++)
        {
            Parameter parameter = workspace.Parameters[i];
            ParameterDocs.Write(hover, parameter);
            AnalyzerAttributes.Write(writer, parameter);
            writer.Write($"public {(parameter.IsRequiredMember ? "required " : "")}{ParameterType.From(parameter, names.OptionTypes[i])}");
            writer.Line($" {CSharpKeyword.Escape(names.Properties[i])} {{ get; init; }}");
            writer.Line();
        }

        for (int i = 0; i < workspace.Parameters.Count; i++)
        {
            if (names.OptionTypes[i] is { } optionType)
            {
                OptionTypeEmitter.Write(writer, hover, workspace.Parameters[i], optionType, name);
                writer.Line();
            }
        }

        WriteContract(writer, workspace, name, descriptors, names);
        writer.Close();
    }

    // A call of a service takes requests with its marker only.
    private static string MarkersOf(Workspace workspace) =>
        (workspace.MayBeRunBy(ServiceNames.DataDownload) ? $"{Runtime}IFmeDataDownloadRequest, " : "")
        + (workspace.MayBeRunBy(ServiceNames.DataStreaming) ? $"{Runtime}IFmeDataStreamingRequest, " : "");

    private static void WriteContract(SourceWriter writer, Workspace workspace, string name, string descriptors, MemberNames names)
    {
        string descriptor = $"{descriptors}.{DescriptorEmitter.WorkspaceField}";
        writer.Line("/// <summary>What is known of the workspace and its parameters.</summary>");
        writer.Line($"public static {Metadata}FmeWorkspaceDescriptor Descriptor => {descriptor};");
        writer.Line();
        writer.Line($"{Metadata}FmeWorkspaceDescriptor {Runtime}IFmeRequest.Descriptor => {descriptor};");
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line("public static bool TryRead(");
        writer.Line($"    global::System.Collections.Generic.IReadOnlyDictionary<string, {Metadata}FmeParameterValue> values,");
        writer.Line($"    [global::System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out {name}? request,");
        writer.Line($"    out global::System.Collections.Generic.IReadOnlyList<{Metadata}FmeValidationError> errors) =>");
        writer.Line($"    {Generated}FmeRequestReading.TryRead(new {Generated}FmeParameterReader(values), out request, out errors);");
        writer.Line();
        writer.Open($"static {name} {Runtime}IFmeRequest<{name}>.Read({Generated}FmeParameterReader reader) => new {name}");
        for (int i = 0; i < workspace.Parameters.Count; i++)
        {
            ParameterType.From(workspace.Parameters[i], names.OptionTypes[i]).WriteReaderCall(writer, descriptors, CSharpKeyword.Escape(names.Properties[i]));
        }

        writer.Close("};");
        writer.Line();
        writer.Write($"global::System.Collections.Generic.IEnumerable<{ModelValidation}.ValidationResult> ");
        writer.Line($"{ModelValidation}.IValidatableObject.Validate({ModelValidation}.ValidationContext validationContext) =>");
        writer.Line($"    {Generated}FmeRequestReading.ToValidationResults(this);");
        writer.Line();
        writer.Line("// What ToString of a record shows.");
        writer.Line("private bool PrintMembers(global::System.Text.StringBuilder builder) =>");
        writer.Line($"    {Generated}FmeRequestReading.PrintMembers(this, builder);");
        writer.Line();
        writer.Open($"void {Runtime}IFmeRequest.Write({Generated}FmeParameterWriter writer)");
        for (int i = 0; i < workspace.Parameters.Count; i++)
        {
            ParameterType.From(workspace.Parameters[i], names.OptionTypes[i]).WriteWriterCall(writer, descriptors, CSharpKeyword.Escape(names.Properties[i]));
        }

        writer.Close();
    }

    private static void WriteDocs(HoverText hover, Workspace workspace)
    {
        hover.Open();
        bool hasTitle = !DocComment.Text(workspace.Title).IsEmpty;
        if (hasTitle)
        {
            hover.Line().AddText(workspace.Title, MostOfTitle).End();
        }

        hover.Line().Add("Runs the workspace ").AddCode($"{workspace.Repository}/{workspace.Name}", MostOfPath).Add(hasTitle ? "." : "").End();
        if (!DocComment.Text(workspace.Description).IsEmpty)
        {
            hover.Line().AddText(workspace.Description, hover.Left).End();
        }

        hover.Close();
    }

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
