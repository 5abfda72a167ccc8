using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FmeTyped.Generator.Analyzers;

/// <summary>Finds constants that cannot be the name of a coordinate system.</summary>
internal static class CoordinateSystemCheck
{
    public const string Words = "coordinate system";

    public static void Analyze(OperationAnalysisContext context, IOperation name)
    {
        if (name.ConstantValue is { HasValue: true, Value: string text } && !CoordinateSystemText.IsValid(text))
        {
            context.ReportDiagnostic(Diagnostic.Create(UseDiagnostics.Malformed, name.Syntax.GetLocation(), $"'{text}'", Words, CoordinateSystemText.Expected));
        }
    }
}
