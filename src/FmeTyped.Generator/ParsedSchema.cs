using System.Collections.Immutable;
using System.Threading;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Reading;
using FmeTyped.Schema.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FmeTyped.Generator;

/// <summary>A schema file, read. Holds no Roslyn object, so that Roslyn can compare it with the one of the last run.</summary>
/// <param name="Path">The file.</param>
/// <param name="Options">What the project says, which is the same for all files.</param>
/// <param name="Workspaces">The workspaces, without positions: moving them does not generate them anew.</param>
/// <param name="Places">Where each of the workspaces stands.</param>
/// <param name="Problems">What is wrong with the file, and where.</param>
internal sealed record ParsedSchema(
    string Path,
    GeneratorOptions Options,
    EquatableArray<Workspace> Workspaces,
    EquatableArray<LocationInfo> Places,
    EquatableArray<DiagnosticInfo> Problems)
{
    /// <summary>Reads an additional file of a project; nothing where it is no schema file, or cannot be read.</summary>
    public static ImmutableArray<ParsedSchema> Read(
        AdditionalText file, AnalyzerConfigOptionsProvider build, ParseOptions parsing, CancellationToken cancellation)
    {
        if (!SchemaFiles.Contain(file, build) || file.GetText(cancellation) is not { } text)
        {
            return ImmutableArray<ParsedSchema>.Empty;
        }

        SchemaFile schema = SchemaTexts.Read(text);
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

        GeneratorOptions options = GeneratorOptions.Read(build.GlobalOptions, parsing);
        return ImmutableArray.Create(new ParsedSchema(file.Path, options, schema.Workspaces, new(places), new(problems)));
    }
}

/// <summary>A problem and its place.</summary>
internal sealed record DiagnosticInfo(SchemaProblem Problem, LocationInfo Place)
{
    public Diagnostic ToDiagnostic()
    {
        object[] arguments = new object[Problem.Arguments.Count];
        for (int i = 0; i < arguments.Length; i++)
        {
            arguments[i] = Problem.Arguments[i];
        }

        return Diagnostic.Create(SchemaDiagnostics.From(Problem.Rule), Place.ToLocation(), arguments);
    }
}
