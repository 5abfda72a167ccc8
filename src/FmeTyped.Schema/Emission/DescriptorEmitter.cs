using System;
using System.Collections.Generic;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Naming;

namespace FmeTyped.Schema.Emission;

/// <summary>Writes the file-local class with the descriptors of a workspace and its parameters.</summary>
internal static class DescriptorEmitter
{
    private const string Runtime = "global::FmeTyped.";
    private const string Metadata = "global::FmeTyped.Metadata.";

    private static readonly string[] Kinds = Enum.GetNames(typeof(ParameterKind));

    /// <summary>The name of the workspace's own descriptor; no parameter can have it, because it is reserved.</summary>
    public const string WorkspaceField = "Descriptor";

    public static void Write(SourceWriter writer, Workspace workspace, MemberNames names, string recordType)
    {
        // File-local, so that its name cannot clash with a user's.
        writer.Open($"file static class {names.DescriptorType}");
        for (int i = 0; i < workspace.Parameters.Count; i++)
        {
            WriteParameter(writer, workspace.Parameters[i], names.Properties[i], recordType, names.OptionTypes[i]);
            writer.Line();
        }

        WriteWorkspace(writer, workspace, names.Properties);
        writer.Close();
    }

    private static void WriteParameter(SourceWriter writer, Parameter parameter, string property, string recordType, string? optionType)
    {
        writer.Write($"internal static readonly {Metadata}FmeParameterDescriptor {CSharpKeyword.Escape(property)} = ");
        writer.Open($"new({CSharpLiteral.From(parameter.Name)}, {Metadata}FmeParameterKind.{Kinds[(int)parameter.Kind]})");
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
            writer.Line($"DecimalPlaces = {places},");
        }

        if (parameter.Limits.Step is { } step)
        {
            writer.Line($"Step = {CSharpLiteral.From((double)step)},");
        }

        if (parameter.DateTimeForm != DateTimeForm.Any)
        {
            writer.Line($"DateTimeForm = {Metadata}FmeDateTimeForm.{parameter.DateTimeForm.ToString()},");
        }

        WriteFlag(writer, "IsIsoDateTime", parameter.DateTimeFormat.IsIso);
        WriteAnswer(writer, "HasOffset", parameter.DateTimeFormat.HasOffset);
        WriteAnswer(writer, "HasFraction", parameter.DateTimeFormat.HasFraction);
        if (parameter.ColorFormat is { } color && color != ColorFormat.Default)
        {
            WriteColorFormat(writer, color);
        }

        WriteText(writer, "GeometryEncoding", parameter.GeometryEncoding);
        if (parameter.GeometryTypes.Count > 0)
        {
            WriteTexts(writer, "GeometryTypes", parameter.GeometryTypes);
        }

        WriteFlag(writer, "IsEncoded", parameter.CSharpEncoded);
        WriteText(writer, "RecordOverride", parameter.CSharpRecord ?? "");
        WriteHints(writer, parameter.Hints);
        if (parameter.Visibility is { } visibility)
        {
            writer.Line($"Visibility = {VisibilityExpression.From(visibility)},");
        }

        if (parameter.Default is { } found)
        {
            if (found.IsList)
            {
                WriteTexts(writer, "Default", found.Items);
            }
            else
            {
                writer.Line($"Default = {CSharpLiteral.From(found.Items[0])},");
            }
        }

        if (optionType is not null)
        {
            writer.Line($"OptionType = typeof({recordType}.{optionType}),");
        }

        if (parameter.Choices.Count > 0)
        {
            WriteChoices(writer, parameter);
        }

        writer.Close("};");
    }

    private static void WriteHints(SourceWriter writer, FormHints hints)
    {
        WriteFlag(writer, "IsMultiline", hints.IsMultiline);
        WriteFlag(writer, "HasSlider", hints.HasSlider);
        WriteText(writer, "NodeDelimiter", hints.NodeDelimiter);
        if (hints.FileFilters.Count > 0)
        {
            WriteTexts(writer, "FileFilters", hints.FileFilters);
        }

        if (hints.Columns.Count > 0)
        {
            WriteTexts(writer, "Columns", hints.Columns);
        }
    }

    private static void WriteChoices(SourceWriter writer, Parameter parameter)
    {
        int[]? numbers = parameter.Kind == ParameterKind.Choice ? OptionNumbers.From(parameter.Choices) : null;
        writer.Open($"Choices = new {Metadata}FmeChoice[]");
        for (int i = 0; i < parameter.Choices.Count; i++)
        {
            Choice choice = parameter.Choices[i];
            int number = numbers is not null ? numbers[i]
                : parameter.Kind == ParameterKind.Boolean ? YesNo.NumberOf(choice)
                : 0;
            writer.Line($"new({CSharpLiteral.From(choice.Value)}, {CSharpLiteral.From(choice.Caption)}, {number}),");
        }

        writer.Close("},");
    }

    private static void WriteWorkspace(SourceWriter writer, Workspace workspace, IReadOnlyList<string> properties)
    {
        writer.Write($"internal static readonly {Metadata}FmeWorkspaceDescriptor {WorkspaceField} = ");
        writer.Open($"new({CSharpLiteral.From(workspace.Repository)}, {CSharpLiteral.From(workspace.Name)})");
        WriteText(writer, "Title", workspace.Title);
        WriteText(writer, "Description", workspace.Description);
        if (workspace.Services.Count > 0)
        {
            WriteTexts(writer, "Services", workspace.Services);
        }

        if (properties.Count > 0)
        {
            writer.Write($"Parameters = new {Metadata}FmeParameterDescriptor[] {{ ");
            for (int i = 0; i < properties.Count; i++)
            {
                writer.Write($"{(i == 0 ? "" : ", ")}{CSharpKeyword.Escape(properties[i])}");
            }

            writer.Line(" },");
        }

        writer.Close("};");
    }

    private static void WriteText(SourceWriter writer, string property, string value)
    {
        if (value.Length > 0)
        {
            writer.Line($"{property} = {CSharpLiteral.From(value)},");
        }
    }

    private static void WriteColorFormat(SourceWriter writer, ColorFormat format)
    {
        writer.Write($"ColorFormat = new {Metadata}FmeColorFormat({CSharpLiteral.From(format.Space)}, {CSharpLiteral.From(format.Component)}");
        if (format.HasAlpha)
        {
            writer.Write(", hasAlpha: true");
        }

        if (format.ValueFormat.Length > 0)
        {
            writer.Write($", valueFormat: {CSharpLiteral.From(format.ValueFormat)}");
        }

        writer.Line("),");
    }

    private static void WriteAnswer(SourceWriter writer, string property, bool? value)
    {
        if (value is { } answer)
        {
            writer.Line($"{property} = {(answer ? "true" : "false")},");
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
            writer.Line($"{property} = {CSharpLiteral.From(number)},");
        }
    }

    private static void WriteTexts(SourceWriter writer, string property, EquatableArray<string> items)
    {
        writer.Write($"{property} = new string[] {{ ");
        foreach (string item in items)
        {
            writer.Write($"{CSharpLiteral.From(item)}, ");
        }

        writer.Line("},");
    }
}
