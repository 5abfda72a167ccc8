using System;
using System.Collections.Generic;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Rules;

namespace FmeTyped.Schema.Reading.Fmw;

/// <summary>The content of a workspace file (.fmw).</summary>
/// <param name="Workspace">
/// The workspace with its published parameters; null if the file cannot be read. The services it is registered with are the
/// server's knowledge, not the file's, and stay empty.
/// </param>
/// <param name="SavedBy">The FME build that saved the file, as it names itself; empty if the file does not say.</param>
/// <param name="Problems">What is wrong, each with its place in the decoded text of the file.</param>
internal sealed record FmwFile(Workspace? Workspace, string SavedBy, EquatableArray<SchemaProblem> Problems)
{
    /// <summary>Where the lines of the header's text start; empty if it cannot be decoded. The text itself holds passwords.</summary>
    public EquatableArray<int> LineStarts { get; init; }

    /// <summary>The records that the parameters were read from, of REST v4 or v3 and with the defaults of secrets, for a schema file.</summary>
    public IReadOnlyList<JsonNode> Records { get; init; } = Array.Empty<JsonNode>();

    /// <summary>The line and column of a place, from 1; null if the header has no lines.</summary>
    public (int Line, int Column)? PlaceOf(TextSpan span)
    {
        int line = 0;
        while (line < LineStarts.Count && LineStarts[line] <= span.Start)
        {
            line++;
        }

        return line == 0 ? null : (line, span.Start - LineStarts[line - 1] + 1);
    }
}
