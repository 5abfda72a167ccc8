using System.Collections.Immutable;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Rules;

namespace FmeTyped.Generator;

/// <summary>All problems of the schema files of a project.</summary>
internal static class ProjectProblems
{
    public static ImmutableArray<DiagnosticInfo> From(ImmutableArray<ParsedSchema> files)
    {
        var problems = ImmutableArray.CreateBuilder<DiagnosticInfo>();
        foreach (ParsedSchema file in files)
        {
            problems.AddRange(file.Problems);
        }

        problems.AddRange(DuplicateWorkspaces.In(files));

        // Reported once for the project; without schema files there is nothing to generate.
        if (files.Length > 0 && files[0].Options.LanguageVersion is { } version)
        {
            problems.Add(new DiagnosticInfo(new SchemaProblem(SchemaRules.LanguageVersionTooLow, default, EquatableArray.From(version)), LocationInfo.None));
        }

        return problems.ToImmutable();
    }
}
