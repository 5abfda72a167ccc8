using System;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Reading;
using FmeTyped.Schema.Rules;
using Microsoft.CodeAnalysis.Text;

namespace FmeTyped.Generator;

/// <summary>Reads workspaces of a schema file one after the other, and needs the memory of one of them.</summary>
internal sealed class WorkspaceTexts(string path, SourceText file)
{
    private readonly JsonReader _reader = new();
    private readonly LineStarts _lines = new();
    private char[] _text = [];

    /// <summary>Reads a workspace; null if its text is not JSON.</summary>
    public WorkspaceReading? Read(WorkspaceSpan span)
    {
        if (_text.Length < span.Length)
        {
            _text = new char[Math.Max(span.Length, 2 * _text.Length)];
        }

        file.CopyTo(span.Start, _text, 0, span.Length);
        JsonReadResult read = _reader.ReadNext(_text, span.Length);
        if (read.Errors.Count > 0)
        {
            return null;
        }

        var record = (JsonObject)read.Root!;
        var context = new ReadingContext();
        Workspace? workspace = WorkspaceReader.Read(record, context);
        _lines.Begin(_text, span.Length);
        EquatableArray<SchemaProblem> found = context.Problems;
        DiagnosticInfo[] problems = found.Count == 0 ? Array.Empty<DiagnosticInfo>() : new DiagnosticInfo[found.Count];
        for (int i = 0; i < problems.Length; i++)
        {
            problems[i] = new DiagnosticInfo(found[i], LocationInfo.From(path, _lines, found[i].Span));
        }

        return new WorkspaceReading(workspace, workspace is null ? default : LocationInfo.From(path, _lines, record.Find("workspace")!.Value.Span), problems);
    }
}
