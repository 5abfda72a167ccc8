using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace FmeTyped.Generator;

/// <summary>
/// Generates one class for each workspace from the schema files of a project. A file and a problem are an output each: a change that
/// only moves things in a schema file reports problems again and generates nothing.
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
        var reader = new SchemaReader();
        IncrementalValuesProvider<ProjectOutput> outputs = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .SelectMany((pair, cancellation) => reader.Read(pair.Left, pair.Right, cancellation))
            .WithTrackingName(Steps.Parse)
            .Collect()
            .SelectMany(static (files, _) => ProjectOutput.From(files))
            .WithTrackingName(Steps.Outputs);

        context.RegisterSourceOutput(outputs, static (context, output) => output.AddTo(context));
    }

    /// <summary>The steps for which tests check whether they ran again.</summary>
    internal static class Steps
    {
        public const string Parse = nameof(Parse);
        public const string Outputs = nameof(Outputs);

        public static ImmutableArray<string> All { get; } = ImmutableArray.Create(Parse, Outputs);
    }
}
