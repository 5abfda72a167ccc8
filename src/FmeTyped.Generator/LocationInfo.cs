using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using TextSpan = FmeTyped.Schema.Json.TextSpan;

namespace FmeTyped.Generator;

/// <summary>A location in a file as plain numbers, since a Location keeps Roslyn's trees and texts alive.</summary>
internal readonly record struct LocationInfo(string Path, int Start, int Length, int StartLine, int StartColumn, int EndLine, int EndColumn)
{
    public static LocationInfo None => default;

    public static LocationInfo From(string path, LineStarts lines, TextSpan span)
    {
        LinePosition from = lines.PositionOf(span.Start);
        LinePosition to = lines.PositionOf(span.End);
        return new LocationInfo(path, span.Start, span.Length, from.Line, from.Character, to.Line, to.Character);
    }

    /// <summary>The location in the file, of one in the text of a workspace.</summary>
    public LocationInfo Within(WorkspaceSpan workspace) => this with
    {
        Start = workspace.Start + Start,
        StartLine = workspace.Line + StartLine,
        StartColumn = StartColumn + (StartLine == 0 ? workspace.Column : 0),
        EndLine = workspace.Line + EndLine,
        EndColumn = EndColumn + (EndLine == 0 ? workspace.Column : 0),
    };

    public Location ToLocation() => this == None ? Location.None : Location.Create(
        Path,
        new Microsoft.CodeAnalysis.Text.TextSpan(Start, Length),
        new LinePositionSpan(new LinePosition(StartLine, StartColumn), new LinePosition(EndLine, EndColumn)));

    public override string ToString() => $"{Path}({StartLine + 1},{StartColumn + 1})";
}
