using System.Collections.Generic;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Rules;

namespace FmeTyped.Schema.Reading.Fmw;

/// <summary>
/// Reads a workspace file (.fmw) of FME 2012 or later into the model that REST answers give. Whatever the bytes are, the result is
/// a workspace or a problem.
/// </summary>
internal static class FmwReader
{
    public static FmwFile Read(byte[] content, string repository, string fileName)
    {
        var context = new ReadingContext();
        FmwHeader? header = null;
        string? text = null;
        if (FmwContainer.FindFault(content) is { } fault)
        {
            context.Report(SchemaRules.NotAWorkspaceFile, new TextSpan(0, 0), fileName, fault);
        }
        else if (FmwText.TryDecode(content, fileName, context, out text))
        {
            header = FmwHeader.Read(text, fileName, context);
        }

        List<JsonNode> records = header is null ? [] : FmwParameters.FindRecords(header, context);
        Workspace? workspace = header is null ? null : new Workspace(repository, fileName)
        {
            Title = header.Title,
            Description = header.Description,
            Parameters = ParameterRecords.Read(new JsonArray(default, records), context),
        };
        return new FmwFile(workspace, header?.SavedBy ?? "", context.Problems) { LineStarts = LineStartsOf(text), Records = records };
    }

    private static EquatableArray<int> LineStartsOf(string? text)
    {
        if (text is null)
        {
            return default;
        }

        var starts = new List<int> { 0 };
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                starts.Add(i + 1);
            }
        }

        return EquatableArray.From(starts);
    }
}
