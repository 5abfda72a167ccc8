using System.Collections.Immutable;
using FmeTyped.Schema.Emission;
using Microsoft.CodeAnalysis;

namespace FmeTyped.Generator;

/// <summary>
/// Generates one class for each workspace from the schema files of a project. Source and problems are separate outputs: a change that
/// only moves things in a file reports problems again and generates nothing.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class WorkspaceGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    /// <remarks>
    /// The compiler evaluates each step on every keystroke. So there are few steps, and none depends on the compilation, which is new each time.
    /// </remarks>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<ImmutableArray<ParsedSchema>> files = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider.Combine(context.ParseOptionsProvider))
            .SelectMany(static (pair, cancellation) => ParsedSchema.Read(pair.Left, pair.Right.Left, pair.Right.Right, cancellation))
            .WithTrackingName(Steps.Parse)
            .Collect();

        IncrementalValuesProvider<GeneratedFile> sources = files
            .SelectMany(static (files, _) => ProjectSources.From(files))
            .WithTrackingName(Steps.Sources);

        IncrementalValuesProvider<DiagnosticInfo> problems = files.SelectMany(static (files, _) => ProjectProblems.From(files));

        context.RegisterSourceOutput(sources, static (output, file) =>
        {
            if (file.Workspaces.Count > 0)
            {
                output.AddSource(file.HintName, GeneratedText.From(file.Workspaces));
            }
        });

        context.RegisterSourceOutput(problems, static (output, problem) => output.ReportDiagnostic(problem.ToDiagnostic()));
    }

    /// <summary>The steps for which tests check whether they ran again.</summary>
    internal static class Steps
    {
        public const string Parse = nameof(Parse);
        public const string Sources = nameof(Sources);

        public static ImmutableArray<string> All { get; } = ImmutableArray.Create(Parse, Sources);
    }
}
