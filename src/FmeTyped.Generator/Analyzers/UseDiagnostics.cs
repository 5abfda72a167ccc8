using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace FmeTyped.Generator.Analyzers;

/// <summary>What can be wrong with the use of generated requests.</summary>
internal static class UseDiagnostics
{
    private const string Category = "FmeTyped.Use";
    private const string OutOfSightId = "FME1001";
    private const string OutOfSightTitle = "A generated request is out of sight of another source generator";
    private const string OutOfSightMessage = "{0} is generated in this project, where {1}. Put workspaces.json into a class library that this project references.";

    /// <summary>Arguments: the request; which generator does not see it, and what comes of that.</summary>
    public static readonly DiagnosticDescriptor OutOfSight = new(
        OutOfSightId,
        OutOfSightTitle,
        OutOfSightMessage,
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPage.Of(OutOfSightId));

    /// <summary>The same, where the whole project has to be read first. Editors want to know that.</summary>
    public static readonly DiagnosticDescriptor OutOfSightInWholeProject = new(
        OutOfSightId,
        OutOfSightTitle,
        OutOfSightMessage,
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPage.Of(OutOfSightId),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static IReadOnlyList<DiagnosticDescriptor> All { get; } = [OutOfSight, OutOfSightInWholeProject];
}
