using System.Collections.Immutable;
using System.Threading;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Reading;
using FmeTyped.Schema.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

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
    EquatableArray<DiagnosticInfo> Problems)
{
    /// <summary>Reads an additional file of a project; returns nothing if it is not a schema file or cannot be read.</summary>
    public static ImmutableArray<ParsedSchema> Read(
        AdditionalText file, AnalyzerConfigOptionsProvider build, ParseOptions parsing, CancellationToken cancellation)
    {
        if (!SchemaFiles.Contain(file, build) || file.GetText(cancellation) is not { } text)
        {
            return ImmutableArray<ParsedSchema>.Empty;
        }

        SchemaFile schema = SchemaFileReader.Read(text.ToString());
        var places = new LocationInfo[schema.Places.Count];
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = LocationInfo.From(file.Path, text, schema.Places[i]);
        }

        var problems = new DiagnosticInfo[schema.Problems.Count];
        for (int i = 0; i < problems.Length; i++)
        {
            problems[i] = new DiagnosticInfo(schema.Problems[i], LocationInfo.From(file.Path, text, schema.Problems[i].Span));
        }

        return ImmutableArray.Create(
            new ParsedSchema(file.Path, GeneratorOptions.Read(build.GlobalOptions, parsing), schema.Workspaces, new(places), new(problems)));
    }
}

/// <summary>A problem and its location.</summary>
internal sealed record DiagnosticInfo(SchemaProblem Problem, LocationInfo Place)
{
    public Diagnostic ToDiagnostic() => Diagnostic.Create(SchemaDiagnostics.From(Problem.Rule), Place.ToLocation(), Problem.ShownArguments());
}
