using System;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Reading;
using FmeTyped.Schema.Rules;
using Microsoft.CodeAnalysis.Text;

namespace FmeTyped.Generator;

/// <summary>What the text of a workspace says. Locations are relative to its start, since it may move without being read again.</summary>
/// <param name="Workspace">The workspace; null if it cannot be read.</param>
/// <param name="Place">The location of its name.</param>
/// <param name="Problems">The problems, with their locations.</param>
internal sealed record WorkspaceReading(Workspace? Workspace, LocationInfo Place, DiagnosticInfo[] Problems)
{
    /// <summary>Reads a workspace; null if its text is not JSON.</summary>
    public static WorkspaceReading? Read(string path, string json, StringPool strings)
    {
        JsonReadResult read = JsonReader.Read(json, strings);
        if (read.Errors.Count > 0)
        {
            return null;
        }

        var record = (JsonObject)read.Root!;
        var context = new ReadingContext();
        Workspace? workspace = WorkspaceReader.Read(record, context);
        SourceText text = SourceText.From(json);
        EquatableArray<SchemaProblem> found = context.Problems;
        DiagnosticInfo[] problems = found.Count == 0 ? Array.Empty<DiagnosticInfo>() : new DiagnosticInfo[found.Count];
        for (int i = 0; i < problems.Length; i++)
        {
            problems[i] = new DiagnosticInfo(found[i], LocationInfo.From(path, text, found[i].Span));
        }

        return new WorkspaceReading(workspace, workspace is null ? default : LocationInfo.From(path, text, record.Find("workspace")!.Value.Span), problems);
    }
}
