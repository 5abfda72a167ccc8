using FmeTyped.Schema.Reading;
using FmeTyped.Schema.Rules;

namespace FmeTyped.Tool.SchemaFiles;

/// <summary>A problem in one line, in the form that editors and build logs make a link of.</summary>
internal static class ProblemText
{
    public static string Of(string path, string text, SchemaProblem problem)
    {
        int start = Math.Min(problem.Span.Start, text.Length);
        int column = start - (start == 0 ? -1 : text.LastIndexOf('\n', start - 1));
        return $"{path}({TextLines.LineOf(text, start)},{column}): {problem.Rule.Id}: {problem.Message}";
    }
}
