using FmeTyped.Schema.Model;
using FmeTyped.Schema.Rules;
using Microsoft.CodeAnalysis;

namespace FmeTyped.Generator;

/// <summary>A parsed schema file. It contains no Roslyn objects, so that Roslyn can compare it with that of the last run.</summary>
/// <param name="Path">The file.</param>
/// <param name="Options">The project settings, which are the same for all files.</param>
/// <param name="Workspaces">The workspaces, without positions, so that moving them does not regenerate them.</param>
/// <param name="Places">The location of each workspace.</param>
/// <param name="Problems">The problems of the file, with their locations.</param>
internal sealed record ParsedSchema(
    string Path,
    GeneratorOptions Options,
    EquatableArray<Workspace> Workspaces,
    EquatableArray<LocationInfo> Places,
    EquatableArray<DiagnosticInfo> Problems);

/// <summary>A problem and its location in the file; the problem's own span is in the text that it was read from.</summary>
internal sealed record DiagnosticInfo(SchemaProblem Problem, LocationInfo Place)
{
    public Diagnostic ToDiagnostic() => Diagnostic.Create(SchemaDiagnostics.From(Problem.Rule), Place.ToLocation(), Problem.ShownArguments());
}
