using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FmeTyped.Generator.Analyzers;

/// <summary>
/// Says how a value is made where the code has text for it. The compiler's error, CS0029, only says that text does not convert: text for a file can mean a path
/// on the server or a file of this machine.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TextForValueAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(UseDiagnostics.TextForValue);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (Runtime.IsReferenced(start.Compilation))
            {
                start.RegisterOperationAction(LookAtConversion, OperationKind.Conversion);
                start.RegisterSyntaxNodeAction(LookAtItems, SyntaxKind.CollectionExpression);
            }
        });
    }

    private static void LookAtConversion(OperationAnalysisContext context)
    {
        var conversion = (IConversionOperation)context.Operation;
        if (conversion is { Operand: { Type.SpecialType: SpecialType.System_String } text, Conversion.Exists: false } &&
            ValueFactory.Of(conversion.Type, text.ConstantValue.Value as string) is { } factory)
        {
            context.ReportDiagnostic(Create(factory, text.Syntax));
        }
    }

    // The compiler has no operation for the conversion of an item that does not convert.
    private static void LookAtItems(SyntaxNodeAnalysisContext context)
    {
        var list = (CollectionExpressionSyntax)context.Node;
        ITypeSymbol? type = context.SemanticModel.GetTypeInfo(list, context.CancellationToken).ConvertedType;
        if (type is not INamedTypeSymbol { TypeArguments: { Length: 1 } item } || !Runtime.Is(type, "FmeList"))
        {
            return;
        }

        foreach (ExpressionElementSyntax element in list.Elements.OfType<ExpressionElementSyntax>())
        {
            if (context.SemanticModel.GetTypeInfo(element.Expression, context.CancellationToken).Type?.SpecialType == SpecialType.System_String &&
                ValueFactory.Of(item[0], context.SemanticModel.GetConstantValue(element.Expression).Value as string) is { } factory)
            {
                context.ReportDiagnostic(Create(factory, element.Expression));
            }
        }
    }

    private static Diagnostic Create(ValueFactory factory, SyntaxNode text)
    {
        ImmutableDictionary<string, string?> forTheFix = ImmutableDictionary<string, string?>.Empty
            .Add(FixProperties.Type, factory.Type.GetDocumentationCommentId())
            .Add(FixProperties.Members, factory.Members);
        return Diagnostic.Create(UseDiagnostics.TextForValue, text.GetLocation(), forTheFix, factory.Name, factory.Remedy);
    }
}
