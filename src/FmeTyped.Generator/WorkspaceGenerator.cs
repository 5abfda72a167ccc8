using System.Collections.Immutable;
using System.Text;
using FmeTyped.Schema.Emission;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Naming;
using FmeTyped.Schema.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace FmeTyped.Generator;

/// <summary>
/// Generates one class a workspace from the schema files of a project. Source and problems are outputs of their own: a change that
/// only moves things in a file reports problems anew and generates nothing.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class WorkspaceGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<ParsedSchema> files = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Where(static pair => SchemaFiles.Contain(pair.Left, pair.Right))
            .Select(static (pair, cancellation) => pair.Left.GetText(cancellation) is { } text ? ParsedSchema.Read(pair.Left, text) : null)
            .Where(static file => file is not null)
            .Select(static (file, _) => file!)
            .WithTrackingName(Steps.Parse);

        IncrementalValueProvider<GeneratorOptions> options = context.AnalyzerConfigOptionsProvider
            .Combine(context.CompilationProvider)
            .Select(static (pair, _) => GeneratorOptions.Read(pair.Left.GlobalOptions, pair.Right))
            .WithTrackingName(Steps.Options);

        IncrementalValueProvider<SchemaIndex> index = files
            .Select(static (file, _) => EntriesOf(file))
            .Collect()
            .Combine(options)
            .Select(static (pair, _) => SchemaIndex.Of(pair.Left, pair.Right.RootNamespace))
            .WithTrackingName(Steps.Index);

        IncrementalValuesProvider<NamedWorkspace> workspaces = files
            .SelectMany(static (file, _) => WithPath(file))
            .Combine(index)
            .Combine(options)
            .Select(static (item, _) => item.Right.LanguageVersion is null ? item.Left.Right.Find(item.Left.Left.Path, item.Left.Left.Workspace) : null)
            .Where(static workspace => workspace is not null)
            .Select(static (workspace, _) => workspace!)
            .WithTrackingName(Steps.Workspaces);

        IncrementalValueProvider<bool> areMany = workspaces.Collect().Select(static (all, _) => all.Length > SharedFiles.MostFiles);

        context.RegisterSourceOutput(
            workspaces.Combine(areMany).Where(static pair => !pair.Right).Select(static (pair, _) => pair.Left),
            static (output, workspace) => output.AddSource(
                HintName.Of(workspace.Type),
                SourceText.From(SourceFileEmitter.Emit(workspace.Workspace, workspace.Type), Encoding.UTF8)));

        context.RegisterSourceOutput(
            workspaces.Collect().Combine(areMany).SelectMany(static (pair, _) => pair.Right ? SharedFiles.Of(pair.Left) : default),
            static (output, file) =>
            {
                if (file.Workspaces.Count > 0)
                {
                    output.AddSource(file.HintName, SourceText.From(SourceFileEmitter.Emit(file.ToArray()), Encoding.UTF8));
                }
            });

        context.RegisterSourceOutput(files.SelectMany(static (file, _) => file.Problems), static (output, problem) =>
            output.ReportDiagnostic(problem.ToDiagnostic()));

        context.RegisterSourceOutput(files.Collect().SelectMany(static (all, _) => DuplicateWorkspaces.In(all)), static (output, problem) =>
            output.ReportDiagnostic(problem.ToDiagnostic()));

        context.RegisterSourceOutput(files.Collect().Combine(options).SelectMany(static (pair, _) => VersionsTooLow(pair.Left, pair.Right)), static (output, version) =>
            output.ReportDiagnostic(Diagnostic.Create(SchemaDiagnostics.Of(SchemaRules.LanguageVersionTooLow), Location.None, version)));
    }

    // One version or none: without schema files there is nothing that could not be generated.
    private static EquatableArray<string> VersionsTooLow(ImmutableArray<ParsedSchema> files, GeneratorOptions options) =>
        options.LanguageVersion is { } version && files.Length > 0 ? EquatableArray.Of(version) : default;

    private static EquatableArray<FileEntry> EntriesOf(ParsedSchema file)
    {
        var entries = new FileEntry[file.Workspaces.Count];
        for (int i = 0; i < entries.Length; i++)
        {
            entries[i] = new FileEntry(file.Path, WorkspaceIdentity.Of(file.Workspaces[i]));
        }

        return new EquatableArray<FileEntry>(entries);
    }

    private static ImmutableArray<(string Path, Workspace Workspace)> WithPath(ParsedSchema file)
    {
        var workspaces = ImmutableArray.CreateBuilder<(string, Workspace)>(file.Workspaces.Count);
        foreach (Workspace workspace in file.Workspaces)
        {
            workspaces.Add((file.Path, workspace));
        }

        return workspaces.MoveToImmutable();
    }

    /// <summary>The steps that tests ask whether they ran again.</summary>
    internal static class Steps
    {
        public const string Parse = nameof(Parse);
        public const string Options = nameof(Options);
        public const string Index = nameof(Index);
        public const string Workspaces = nameof(Workspaces);

        public static ImmutableArray<string> All { get; } = ImmutableArray.Create(Parse, Options, Index, Workspaces);
    }
}
