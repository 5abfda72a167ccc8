using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FmeTyped.Generator.Analyzers;

/// <summary>
/// Reports a project that gets no types because no schema file was found, and says where one was looked for. A project that has the types of a library, or
/// C# that the tool wrote, needs no schema file.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SchemaFileAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(SchemaDiagnostics.NoSchemaFile);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationAction(Analyze);
    }

    private static void Analyze(CompilationAnalysisContext context)
    {
        AnalyzerConfigOptionsProvider options = context.Options.AnalyzerConfigOptionsProvider;
        if (Runtime.IsReferenced(context.Compilation) && IsExpected(options.GlobalOptions) &&
            !context.Options.AdditionalFiles.Any(file => SchemaFiles.Contain(file, options)) && !WorkspaceType.In(context.Compilation).Any())
        {
            string folder = options.GlobalOptions.TryGetValue("build_property.ProjectDir", out string? path) ? path : "the project's folder";
            context.ReportDiagnostic(Diagnostic.Create(SchemaDiagnostics.NoSchemaFile, Location.None, folder));
        }
    }

    // The package's targets set it. A project that gets the analyzers and not the targets, through a library, has not asked for types.
    private static bool IsExpected(AnalyzerConfigOptions build) =>
        build.TryGetValue("build_property.FmeTypedExpectsSchema", out string? value) && value.Equals("true", StringComparison.OrdinalIgnoreCase);
}
