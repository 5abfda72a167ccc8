using System.Collections.Immutable;
using FmeTyped.Schema.Emission;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Naming;
using Microsoft.CodeAnalysis;

namespace FmeTyped.Generator;

/// <summary>
/// Generates one class a workspace from the schema files of a project. Source and problems are outputs of their own: a change that
/// only moves things in a file reports problems anew and generates nothing.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class WorkspaceGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    /// <remarks>
    /// What is done on every keystroke is a look at each step, whether it is cached, and at each item of steps that are not. So
    /// steps are few, and those that see thousands of workspaces hold them as one item.
    /// </remarks>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<ParsedSchema> files = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .SelectMany(static (pair, cancellation) => SchemaFiles.Contain(pair.Left, pair.Right) && pair.Left.GetText(cancellation) is { } text
                ? ImmutableArray.Create(ParsedSchema.Read(pair.Left, text))
                : ImmutableArray<ParsedSchema>.Empty)
            .WithTrackingName(Steps.Parse);

        IncrementalValueProvider<GeneratorOptions> options = context.AnalyzerConfigOptionsProvider
            .Combine(context.CompilationProvider)
            .Select(static (pair, _) => GeneratorOptions.Read(pair.Left.GlobalOptions, pair.Right))
            .WithTrackingName(Steps.Options);

        IncrementalValueProvider<(ImmutableArray<ParsedSchema> Files, GeneratorOptions Options)> project = files.Collect().Combine(options);

        IncrementalValueProvider<SchemaIndex> index = project
            .Select(static (project, _) => SchemaIndex.Of(project.Files, project.Options))
            .WithTrackingName(Steps.Index);

        // Few workspaces come file by file, since Roslyn compares the items of one file by position; many come all at once.
        IncrementalValuesProvider<NamedWorkspace> workspaces = files
            .Combine(index)
            .SelectMany(static (pair, _) => pair.Right.AreMany ? ImmutableArray<NamedWorkspace>.Empty : pair.Right.Name(pair.Left))
            .WithTrackingName(Steps.Workspaces);

        IncrementalValuesProvider<SharedFile> sharedFiles = project
            .Combine(index)
            .SelectMany(static (pair, _) => pair.Right.AreMany ? SharedFiles.Of(pair.Right.Name(pair.Left.Files)) : default)
            .WithTrackingName(Steps.SharedFiles);

        IncrementalValuesProvider<PlacedProblem> problems = project.SelectMany(static (project, _) => ProjectProblems.Of(project.Files, project.Options));

        context.RegisterSourceOutput(workspaces, static (output, workspace) =>
            output.AddSource(HintName.Of(workspace.Type), GeneratedText.Of(EquatableArray.Of(workspace))));

        context.RegisterSourceOutput(sharedFiles, static (output, file) =>
        {
            if (file.Workspaces.Count > 0)
            {
                output.AddSource(file.HintName, GeneratedText.Of(file.Workspaces));
            }
        });

        context.RegisterSourceOutput(problems, static (output, problem) => output.ReportDiagnostic(problem.ToDiagnostic()));
    }

    /// <summary>The steps that tests ask whether they ran again.</summary>
    internal static class Steps
    {
        public const string Parse = nameof(Parse);
        public const string Options = nameof(Options);
        public const string Index = nameof(Index);
        public const string Workspaces = nameof(Workspaces);
        public const string SharedFiles = nameof(SharedFiles);

        public static ImmutableArray<string> All { get; } = ImmutableArray.Create(Parse, Options, Index, Workspaces, SharedFiles);
    }
}
