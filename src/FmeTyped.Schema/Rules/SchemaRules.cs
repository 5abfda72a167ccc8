using System.Collections.Generic;

namespace FmeTyped.Schema.Rules;

/// <summary>The table of rules. The generator reports violations in a build, the tool and the emulator when they read a file.</summary>
internal static class SchemaRules
{
    public static readonly SchemaRule UnreadableJson = new(
        SchemaRuleIds.UnreadableJson,
        "The schema file is not JSON",
        "The schema file cannot be read: {0}",
        SchemaSeverity.Error);

    public static readonly SchemaRule UnsupportedFormat = new(
        SchemaRuleIds.UnsupportedFormat,
        "The schema file has a format that this version does not support",
        "The schema file has format {0}; this version of FmeTyped reads format 1. Update the FmeTyped package, or pull the file again",
        SchemaSeverity.Error);

    public static readonly SchemaRule ServerAnswer = new(
        SchemaRuleIds.ServerAnswer,
        "The schema file is a response of the server",
        "This is {0} as an FME Flow sends it, not a schema file. Save it under another name, such as austinDownload.json, and make the schema file of it: "
        + "fmetyped import austinDownload.json --repository NAME",
        SchemaSeverity.Error);

    public static readonly SchemaRule MissingKey = new(
        SchemaRuleIds.MissingKey,
        "A required key is missing in the schema file",
        "{0} has no \"{1}\"{2}",
        SchemaSeverity.Error);

    public static readonly SchemaRule WrongValue = new(
        SchemaRuleIds.WrongValue,
        "A value in the schema file has the wrong type",
        "\"{0}\" has to be {1}; found {2}",
        SchemaSeverity.Error);

    public static readonly SchemaRule DuplicateWorkspace = new(
        SchemaRuleIds.DuplicateWorkspace,
        "A workspace occurs twice",
        "The workspace {0} occurs a second time; it is already at {1}. Remove one of the two",
        SchemaSeverity.Error);

    public static readonly SchemaRule DuplicateParameter = new(
        SchemaRuleIds.DuplicateParameter,
        "A parameter occurs twice",
        "The parameter {0} occurs a second time in this workspace, and only the first is generated",
        SchemaSeverity.Error);

    public static readonly SchemaRule ContradictoryLimits = new(
        SchemaRuleIds.ContradictoryLimits,
        "No number is within the limits",
        "No number satisfies the limits of {0} (minimum {1}, maximum {2}); they are not checked",
        SchemaSeverity.Warning);

    public static readonly SchemaRule DefaultIsNoOption = new(
        SchemaRuleIds.DefaultIsNoOption,
        "A default is not one of the options",
        "The default of {0}, '{1}', is not one of its options; the server still uses it for a request that leaves the parameter unset",
        SchemaSeverity.Information);

    public static readonly SchemaRule UnknownType = new(
        SchemaRuleIds.UnknownType,
        "A parameter has a type that FmeTyped does not know",
        "{0} has the type {1}, which FmeTyped does not know; it is generated as {2}",
        SchemaSeverity.Information);

    public static readonly SchemaRule UnknownOverride = new(
        SchemaRuleIds.UnknownOverride,
        "A choice under \"csharp\" has no target",
        "\"csharp\" names {0} '{1}', which {2} does not have{3}",
        SchemaSeverity.Warning);

    public static readonly SchemaRule LanguageVersionTooLow = new(
        SchemaRuleIds.LanguageVersionTooLow,
        "The project's C# version is too low",
        "FmeTyped generates C# 12, but this project uses C# {0}, so nothing is generated; set LangVersion to 12 or higher",
        SchemaSeverity.Error);

    public static readonly SchemaRule UnusableName = new(
        SchemaRuleIds.UnusableName,
        "A name under \"csharp\" cannot be used",
        "\"csharp\" gives {0} the name '{1}', which {2}; '{3}' is used",
        SchemaSeverity.Error);

    public static readonly SchemaRule DuplicateOption = new(
        SchemaRuleIds.DuplicateOption,
        "An option occurs twice",
        "{0} has two options that send '{1}'; only the first is generated",
        SchemaSeverity.Information);

    public static readonly SchemaRule NotAWorkspaceFile = new(
        SchemaRuleIds.NotAWorkspaceFile,
        "A file is not a plain workspace",
        "{0} cannot be read as a workspace: {1}",
        SchemaSeverity.Error);

    public static readonly SchemaRule UnreadableWorkspaceFile = new(
        SchemaRuleIds.UnreadableWorkspaceFile,
        "A workspace file is damaged",
        "{0} cannot be read: {1}",
        SchemaSeverity.Error);

    public static readonly SchemaRule UnreadableWorkspaceParameter = new(
        SchemaRuleIds.UnreadableWorkspaceParameter,
        "A parameter of a workspace file is damaged",
        "A parameter is left out: {0}",
        SchemaSeverity.Error);

    public static readonly SchemaRule UnreadableForm = new(
        SchemaRuleIds.UnreadableForm,
        "The form in a workspace file is damaged",
        "The FORM of the USER_PARAMETERS is ignored: {0}; the parameters are read from their GUI lines",
        SchemaSeverity.Warning);

    public static readonly SchemaRule UnusableType = new(
        SchemaRuleIds.UnusableType,
        "A type under \"csharp\" cannot be used",
        "\"csharp\" gives {0} the type {1}, which {2}; the parameter keeps its own type",
        SchemaSeverity.Error);

    public static readonly SchemaRule DefaultOfAnotherMachine = new(
        SchemaRuleIds.DefaultOfAnotherMachine,
        "A default is unlikely to exist on a server",
        "The default of {0}, '{1}', is {2}; a request that leaves the parameter unset will most likely fail",
        SchemaSeverity.Information);

    public static readonly SchemaRule UnusableKey = new(
        SchemaRuleIds.UnusableKey,
        "A key of a record cannot be followed",
        "\"{0}\" of {1} {2}",
        SchemaSeverity.Information);

    /// <summary>The rules of schema files, which the generator reports.</summary>
    public static IReadOnlyList<SchemaRule> All { get; } =
    [
        UnreadableJson,
        UnsupportedFormat,
        ServerAnswer,
        MissingKey,
        WrongValue,
        DuplicateWorkspace,
        DuplicateParameter,
        ContradictoryLimits,
        DefaultIsNoOption,
        UnknownType,
        UnknownOverride,
        LanguageVersionTooLow,
        UnusableName,
        DuplicateOption,
        UnusableType,
        DefaultOfAnotherMachine,
        UnusableKey,
    ];

    /// <summary>The rules of workspace files (.fmw), which only the tool reads.</summary>
    public static IReadOnlyList<SchemaRule> OfWorkspaceFiles { get; } =
    [
        NotAWorkspaceFile,
        UnreadableWorkspaceFile,
        UnreadableWorkspaceParameter,
        UnreadableForm,
    ];
}
