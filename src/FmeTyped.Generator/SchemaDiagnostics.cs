using System.Collections.Generic;
using FmeTyped.Schema.Rules;
using Microsoft.CodeAnalysis;

namespace FmeTyped.Generator;

/// <summary>
/// The schema rules as Roslyn diagnostics. Title and message are those of the rule, which the tool and the emulator report
/// too; id and severity are constants here, since Roslyn's release tracking reads only constants.
/// </summary>
internal static class SchemaDiagnostics
{
    private const string Category = "FmeTyped.Schema";
    private const string NoSchemaFileId = "FME0030";

    /// <summary>Argument: the project's folder. It has no rule, since only a build looks for files.</summary>
    public static readonly DiagnosticDescriptor NoSchemaFile = new(
        NoSchemaFileId,
        "The project has no schema file",
        "No schema file was found, so no types are generated. Looked for workspaces.json and *.workspaces.json in {0}, and for FmeTypedSchema items in the "
            + "project file. If the project needs none, set the property FmeTypedExpectsSchema to false.",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPage.From(NoSchemaFileId),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    private static readonly DiagnosticDescriptor UnreadableJson = new(
        SchemaRuleIds.UnreadableJson,
        SchemaRules.UnreadableJson.Title,
        SchemaRules.UnreadableJson.Message,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPage.From(SchemaRuleIds.UnreadableJson));

    private static readonly DiagnosticDescriptor UnsupportedFormat = new(
        SchemaRuleIds.UnsupportedFormat,
        SchemaRules.UnsupportedFormat.Title,
        SchemaRules.UnsupportedFormat.Message,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPage.From(SchemaRuleIds.UnsupportedFormat));

    private static readonly DiagnosticDescriptor ServerAnswer = new(
        SchemaRuleIds.ServerAnswer,
        SchemaRules.ServerAnswer.Title,
        SchemaRules.ServerAnswer.Message,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPage.From(SchemaRuleIds.ServerAnswer));

    private static readonly DiagnosticDescriptor MissingKey = new(
        SchemaRuleIds.MissingKey,
        SchemaRules.MissingKey.Title,
        SchemaRules.MissingKey.Message,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPage.From(SchemaRuleIds.MissingKey));

    private static readonly DiagnosticDescriptor WrongValue = new(
        SchemaRuleIds.WrongValue,
        SchemaRules.WrongValue.Title,
        SchemaRules.WrongValue.Message,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPage.From(SchemaRuleIds.WrongValue));

    private static readonly DiagnosticDescriptor DuplicateWorkspace = new(
        SchemaRuleIds.DuplicateWorkspace,
        SchemaRules.DuplicateWorkspace.Title,
        SchemaRules.DuplicateWorkspace.Message,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPage.From(SchemaRuleIds.DuplicateWorkspace));

    private static readonly DiagnosticDescriptor DuplicateParameter = new(
        SchemaRuleIds.DuplicateParameter,
        SchemaRules.DuplicateParameter.Title,
        SchemaRules.DuplicateParameter.Message,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPage.From(SchemaRuleIds.DuplicateParameter));

    private static readonly DiagnosticDescriptor ContradictoryLimits = new(
        SchemaRuleIds.ContradictoryLimits,
        SchemaRules.ContradictoryLimits.Title,
        SchemaRules.ContradictoryLimits.Message,
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPage.From(SchemaRuleIds.ContradictoryLimits));

    private static readonly DiagnosticDescriptor DefaultIsNoOption = new(
        SchemaRuleIds.DefaultIsNoOption,
        SchemaRules.DefaultIsNoOption.Title,
        SchemaRules.DefaultIsNoOption.Message,
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPage.From(SchemaRuleIds.DefaultIsNoOption));

    private static readonly DiagnosticDescriptor UnknownType = new(
        SchemaRuleIds.UnknownType,
        SchemaRules.UnknownType.Title,
        SchemaRules.UnknownType.Message,
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPage.From(SchemaRuleIds.UnknownType));

    private static readonly DiagnosticDescriptor UnknownOverride = new(
        SchemaRuleIds.UnknownOverride,
        SchemaRules.UnknownOverride.Title,
        SchemaRules.UnknownOverride.Message,
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPage.From(SchemaRuleIds.UnknownOverride));

    private static readonly DiagnosticDescriptor LanguageVersionTooLow = new(
        SchemaRuleIds.LanguageVersionTooLow,
        SchemaRules.LanguageVersionTooLow.Title,
        SchemaRules.LanguageVersionTooLow.Message,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPage.From(SchemaRuleIds.LanguageVersionTooLow));

    private static readonly DiagnosticDescriptor UnusableName = new(
        SchemaRuleIds.UnusableName,
        SchemaRules.UnusableName.Title,
        SchemaRules.UnusableName.Message,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPage.From(SchemaRuleIds.UnusableName));

    private static readonly DiagnosticDescriptor DuplicateOption = new(
        SchemaRuleIds.DuplicateOption,
        SchemaRules.DuplicateOption.Title,
        SchemaRules.DuplicateOption.Message,
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPage.From(SchemaRuleIds.DuplicateOption));

    private static readonly DiagnosticDescriptor UnusableType = new(
        SchemaRuleIds.UnusableType,
        SchemaRules.UnusableType.Title,
        SchemaRules.UnusableType.Message,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPage.From(SchemaRuleIds.UnusableType));

    private static readonly DiagnosticDescriptor DefaultOfAnotherMachine = new(
        SchemaRuleIds.DefaultOfAnotherMachine,
        SchemaRules.DefaultOfAnotherMachine.Title,
        SchemaRules.DefaultOfAnotherMachine.Message,
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPage.From(SchemaRuleIds.DefaultOfAnotherMachine));

    private static readonly DiagnosticDescriptor UnusableKey = new(
        SchemaRuleIds.UnusableKey,
        SchemaRules.UnusableKey.Title,
        SchemaRules.UnusableKey.Message,
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPage.From(SchemaRuleIds.UnusableKey));

    /// <summary>The diagnostics of the rules, in their order.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
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

    public static DiagnosticDescriptor From(SchemaRule rule)
    {
        foreach (DiagnosticDescriptor descriptor in All)
        {
            if (descriptor.Id == rule.Id)
            {
                return descriptor;
            }
        }

        throw new KeyNotFoundException($"The rule {rule.Id} has no diagnostic.");
    }
}
