using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FmeTyped.Generator.Analyzers;

/// <summary>Finds constants that can be no coordinate system's name.</summary>
internal static class CoordinateSystemCheck
{
    public const string Words = "coordinate system";

    public static void Look(OperationAnalysisContext context, IOperation name)
    {
        if (name.ConstantValue is { HasValue: true, Value: string text } && !CoordinateSystemText.IsValid(text))
        {
            context.ReportDiagnostic(Diagnostic.Create(UseDiagnostics.Malformed, name.Syntax.GetLocation(), $"'{text}'", Words, CoordinateSystemText.Expected));
        }
    }
}
