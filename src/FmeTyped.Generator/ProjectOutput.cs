using System.Collections.Generic;
using System.Collections.Immutable;
using FmeTyped.Schema.Emission;
using Microsoft.CodeAnalysis;

namespace FmeTyped.Generator;

/// <summary>One thing that a project's schema files give: a file or a problem.</summary>
internal sealed record ProjectOutput(GeneratedFile? File, DiagnosticInfo? Problem)
{
    /// <summary>The files and then the problems, so that a problem does not move the files, which Roslyn compares by their position.</summary>
    public static IEnumerable<ProjectOutput> From(ImmutableArray<ParsedSchema> schemas)
    {
        foreach (GeneratedFile file in ProjectSources.From(schemas))
        {
            yield return new ProjectOutput(file, null);
        }

        foreach (DiagnosticInfo problem in ProjectProblems.From(schemas))
        {
            yield return new ProjectOutput(null, problem);
        }
    }

    public void AddTo(SourceProductionContext context)
    {
        if (File is { Workspaces.Count: > 0 })
        {
            context.AddSource(File.HintName, GeneratedText.From(File.Workspaces));
        }

        if (Problem is not null)
        {
            context.ReportDiagnostic(Problem.ToDiagnostic());
        }
    }
}
