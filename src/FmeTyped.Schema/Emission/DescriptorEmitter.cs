using System.Collections.Generic;
using System.Text;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Naming;

namespace FmeTyped.Schema.Emission;

/// <summary>Writes the file-local class that holds what is known of a workspace and its parameters at run time.</summary>
internal static class DescriptorEmitter
{
    private const string Runtime = "global::FmeTyped.";

    /// <summary>The name of the workspace's own descriptor; no parameter can have it, since it is reserved.</summary>
    public const string WorkspaceField = "Descriptor";

    public static void Write(SourceWriter writer, Workspace workspace, MemberNames names, string recordType)
    {
        // Local to its file, so that its name cannot meet a user's.
        writer.Open($"file static class {names.DescriptorType}");
        for (int i = 0; i < workspace.Parameters.Count; i++)
        {
            string? optionType = names.OptionTypes[i] is { } nested ? $"{recordType}.{nested}" : null;
            WriteParameter(writer, workspace.Parameters[i], names.Properties[i], optionType);
            writer.Line();
        }

        WriteWorkspace(writer, workspace, names.Properties);
        writer.Close();
    }

    private static void WriteParameter(SourceWriter writer, Parameter parameter, string property, string? optionType)
    {
        string creation = $"new({CSharpLiteral.Of(parameter.Name)}, {Runtime}FmeParameterKind.{parameter.Kind})";
        writer.Open($"internal static readonly {Runtime}FmeParameterDescriptor {CSharpKeyword.Escape(property)} = {creation}");
        WriteText(writer, "Prompt", parameter.Prompt);
        WriteText(writer, "Group", parameter.Group);
        WriteFlag(writer, "IsList", parameter.IsList);
        WriteFlag(writer, "IsOptional", parameter.IsOptional);
        WriteFlag(writer, "MustBeSet", parameter.MustBeSet);
        WriteFlag(writer, "DefaultIsWithheld", parameter.DefaultIsWithheld);
        WriteFlag(writer, "IsDestination", parameter.IsDestination);
        WriteNumber(writer, "Minimum", parameter.Limits.Minimum);
        WriteNumber(writer, "Maximum", parameter.Limits.Maximum);
        WriteFlag(writer, "MinimumIsExclusive", parameter.Limits.MinimumIsExclusive);
        WriteFlag(writer, "MaximumIsExclusive", parameter.Limits.MaximumIsExclusive);
        if (parameter.Limits.DecimalPlaces is { } places)
        {
            writer.Line($"DecimalPlaces = {CSharpLiteral.Of(places)},");
        }

        if (parameter.DateTimeForm != DateTimeForm.Any)
        {
            writer.Line($"DateTimeForm = {Runtime}FmeDateTimeForm.{parameter.DateTimeForm},");
        }

        WriteText(writer, "GeometryEncoding", parameter.GeometryEncoding);
        if (parameter.Visibility is { } visibility)
        {
            writer.Line($"Visibility = {VisibilityExpression.Of(visibility)},");
        }

        if (parameter.Default is { } found)
        {
            writer.Line($"Default = {(found.IsList ? Texts(found.Items) : CSharpLiteral.Of(found.Items[0]))},");
        }

        if (optionType is not null)
        {
            writer.Line($"OptionType = typeof({optionType}),");
        }

        if (parameter.Choices.Count > 0)
        {
            WriteChoices(writer, parameter);
        }

        writer.Close("};");
    }

    private static void WriteChoices(SourceWriter writer, Parameter parameter)
    {
        int[]? numbers = parameter.Kind == ParameterKind.Choice ? OptionNumbers.Of(parameter.Choices) : null;
        writer.Open($"Choices = new {Runtime}FmeChoice[]");
        for (int i = 0; i < parameter.Choices.Count; i++)
        {
            Choice choice = parameter.Choices[i];
            int number = numbers is not null ? numbers[i]
                : parameter.Kind == ParameterKind.Boolean ? YesNo.NumberOf(choice.Value)
                : 0;
            writer.Line($"new({CSharpLiteral.Of(choice.Value)}, {CSharpLiteral.Of(choice.Caption)}, {CSharpLiteral.Of(number)}),");
        }

        writer.Close("},");
    }

    private static void WriteWorkspace(SourceWriter writer, Workspace workspace, IReadOnlyList<string> properties)
    {
        string creation = $"new({CSharpLiteral.Of(workspace.Repository)}, {CSharpLiteral.Of(workspace.Name)})";
        writer.Open($"internal static readonly {Runtime}FmeWorkspaceDescriptor {WorkspaceField} = {creation}");
        writer.Line("ContractVersion = 1,");
        WriteText(writer, "Title", workspace.Title);
        WriteText(writer, "Description", workspace.Description);
        if (workspace.Services.Count > 0)
        {
            writer.Line($"Services = {Texts(workspace.Services)},");
        }

        if (properties.Count > 0)
        {
            var names = new List<string>();
            foreach (string property in properties)
            {
                names.Add(CSharpKeyword.Escape(property));
            }

            writer.Line($"Parameters = new {Runtime}FmeParameterDescriptor[] {{ {string.Join(", ", names)} }},");
        }

        writer.Close("};");
    }

    private static void WriteText(SourceWriter writer, string property, string value)
    {
        if (value.Length > 0)
        {
            writer.Line($"{property} = {CSharpLiteral.Of(value)},");
        }
    }

    private static void WriteFlag(SourceWriter writer, string property, bool value)
    {
        if (value)
        {
            writer.Line($"{property} = true,");
        }
    }

    private static void WriteNumber(SourceWriter writer, string property, double? value)
    {
        if (value is { } number)
        {
            writer.Line($"{property} = {CSharpLiteral.Of(number)},");
        }
    }

    private static string Texts(EquatableArray<string> items)
    {
        var literals = new StringBuilder("new string[] { ");
        foreach (string item in items)
        {
            literals.Append(CSharpLiteral.Of(item)).Append(", ");
        }

        return literals.Append('}').ToString();
    }
}
