using FmeTyped.Schema.Json;
using FmeTyped.Schema.Rules;

namespace FmeTyped.Tool.SchemaFiles;

/// <summary>A problem on one line, in the form that editors and build logs turn into a link.</summary>
internal static class ProblemText
{
    public static string From(string path, string text, SchemaProblem problem) =>
        $"{Place(path, text, problem.Span)}: {problem.Rule.Id}: {problem.Message}";

    public static string Place(string path, string text, TextSpan span)
    {
        int start = Math.Min(span.Start, text.Length);
        int column = start - (start == 0 ? -1 : text.LastIndexOf('\n', start - 1));
        return $"{path}({1 + text.AsSpan(0, start).Count('\n')},{column})";
    }
}
