using Microsoft.CodeAnalysis.Text;

namespace FmeTyped.Mutants;

/// <summary>One small change of one source file.</summary>
/// <param name="File">The path of the file, as the compilation names it.</param>
/// <param name="Span">The text that is replaced.</param>
/// <param name="Line">The line where that text begins, from 1.</param>
/// <param name="Before">The replaced text.</param>
/// <param name="After">The text in its place.</param>
internal sealed record Mutant(string File, TextSpan Span, int Line, string Before, string After);
