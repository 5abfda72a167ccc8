using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading;
using FmeTyped.Schema.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace FmeTyped.Generator;

/// <summary>
/// Reads the schema files of a project, and keeps the last reading of each: Roslyn gives a step the new text of a file, and not what the step made of the
/// text before. What is kept saves time and never decides a result, so it does not matter which of several runs it is from.
/// </summary>
internal sealed class SchemaReader
{
    private readonly ConcurrentDictionary<string, WorkspaceReadings> _last = new();

    /// <summary>Reads an additional file of a project; returns nothing if it is not a schema file or cannot be read.</summary>
    public ImmutableArray<ParsedSchema> Read(AdditionalText file, AnalyzerConfigOptionsProvider build, CancellationToken cancellation)
    {
        if (!SchemaFiles.Contain(file, build) || file.GetText(cancellation) is not { } text)
        {
            return ImmutableArray<ParsedSchema>.Empty;
        }

        var options = GeneratorOptions.Read(build.GlobalOptions);
        _last.TryGetValue(file.Path, out WorkspaceReadings? last);
        if (WorkspaceReadings.Read(file.Path, text, last, cancellation) is not { } read)
        {
            return ImmutableArray.Create(ReadWhole(file.Path, text, options));
        }

        _last[file.Path] = read;
        return ImmutableArray.Create(read.ToSchema(file.Path, options));
    }

    /// <summary>Reads a file at once.</summary>
    public static ParsedSchema ReadWhole(string path, SourceText text, GeneratorOptions options)
    {
        char[] characters = new char[text.Length];
        text.CopyTo(0, characters, 0, characters.Length);
        SchemaFile schema = SchemaFileReader.Read(characters);
        var lines = new LineStarts();
        lines.Begin(characters, characters.Length);
        var places = new LocationInfo[schema.Places.Count];
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = LocationInfo.From(path, lines, schema.Places[i]);
        }

        var problems = new DiagnosticInfo[schema.Problems.Count];
        for (int i = 0; i < problems.Length; i++)
        {
            problems[i] = new DiagnosticInfo(schema.Problems[i], LocationInfo.From(path, lines, schema.Problems[i].Span));
        }

        return new ParsedSchema(path, options, schema.Workspaces, new(places), new(problems));
    }
}
