using System;
using System.Collections.Generic;
using System.Threading;
using FmeTyped.Schema.Model;
using Microsoft.CodeAnalysis.Text;

namespace FmeTyped.Generator;

/// <summary>A schema file that was read workspace by workspace, so that the next reading of it reads only what is new.</summary>
internal sealed class WorkspaceReadings
{
    private readonly SourceText _text;
    private readonly List<WorkspaceSpan> _spans;
    private readonly WorkspaceReading[] _readings;

    private WorkspaceReadings(SourceText text, List<WorkspaceSpan> spans)
    {
        _text = text;
        _spans = spans;
        _readings = new WorkspaceReading[spans.Count];
    }

    /// <summary>Reads a file; null if it has to be read as a whole, since more is wrong than the content of its workspaces.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">Its text.</param>
    /// <param name="last">The last reading of it; null if there is none.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static WorkspaceReadings? Read(string path, SourceText text, WorkspaceReadings? last, CancellationToken cancellation)
    {
        if (WorkspaceFinder.Find(text) is not { } spans)
        {
            return null;
        }

        var read = new WorkspaceReadings(text, spans);
        int first = 0;
        int end = spans.Count;
        if (last is not null)
        {
            (first, end) = read.TakeUnchanged(last);
        }

        var texts = new WorkspaceTexts(path, text);
        for (int i = first; i < end; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (texts.Read(spans[i]) is not { } reading)
            {
                return null;
            }

            read._readings[i] = reading;
        }

        return read.HasDuplicates() ? null : read;
    }

    public ParsedSchema ToSchema(string path, GeneratorOptions options)
    {
        var workspaces = new List<Workspace>(_readings.Length);
        var places = new List<LocationInfo>(_readings.Length);
        var problems = new List<DiagnosticInfo>();
        for (int i = 0; i < _readings.Length; i++)
        {
            WorkspaceReading reading = _readings[i];
            if (reading.Workspace is { } workspace)
            {
                workspaces.Add(workspace);
                places.Add(reading.Place.Within(_spans[i]));
            }

            foreach (DiagnosticInfo problem in reading.Problems)
            {
                problems.Add(problem with { Place = problem.Place.Within(_spans[i]) });
            }
        }

        return new ParsedSchema(path, options, EquatableArray.From(workspaces), EquatableArray.From(places), EquatableArray.From(problems));
    }

    // An edit is at one place: what is before it and after it was read before.
    private (int First, int End) TakeUnchanged(WorkspaceReadings last)
    {
        var comparison = new TextComparison(_text, last._text);
        int first = 0;
        while (first < Math.Min(_spans.Count, last._spans.Count) && comparison.AreEqual(_spans[first], last._spans[first]))
        {
            _readings[first] = last._readings[first];
            first++;
        }

        int end = _spans.Count;
        int lastEnd = last._spans.Count;
        while (end > first && lastEnd > first && comparison.AreEqual(_spans[end - 1], last._spans[lastEnd - 1]))
        {
            _readings[--end] = last._readings[--lastEnd];
        }

        return (first, end);
    }

    private bool HasDuplicates()
    {
        var names = new HashSet<(string, string)>();
        foreach (WorkspaceReading reading in _readings)
        {
            if (reading.Workspace is { } workspace && !names.Add((workspace.Repository, workspace.Name)))
            {
                return true;
            }
        }

        return false;
    }
}
