using System;
using System.Collections.Concurrent;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FmeTyped.Generator.Analyzers;

/// <summary>Finds generated requests among the parameters of a project's minimal API handlers.</summary>
internal sealed class RouteHandlers(INamedTypeSymbol maps, INamedTypeSymbol? validation, bool delegatesAreGenerated, GeneratedRequests requests)
{
    private const string Unchecked = "the validation generator does not see it: the body is accepted unchecked";
    private const string NotCompiled = "the request delegate generator does not see it: the code it makes does not compile";

    // Whether the project validates is known at its end only.
    private readonly ConcurrentBag<(Location Place, string Request)> _bodies = [];
    private volatile bool _validates;

    public static void Register(CompilationStartAnalysisContext start, GeneratedRequests requests)
    {
        INamedTypeSymbol? validation = start.Compilation.GetTypeByMetadataName(
            "Microsoft.Extensions.DependencyInjection.ValidationServiceCollectionExtensions");
        AnalyzerConfigOptions build = start.Options.AnalyzerConfigOptionsProvider.GlobalOptions;
        bool delegatesAreGenerated = build.TryGetValue("build_property.EnableRequestDelegateGenerator", out string? enabled) &&
            string.Equals(enabled, "true", StringComparison.OrdinalIgnoreCase);
        if ((validation is not null || delegatesAreGenerated) &&
            start.Compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions") is { } maps)
        {
            var handlers = new RouteHandlers(maps, validation, delegatesAreGenerated, requests);
            start.RegisterOperationAction(handlers.Look, OperationKind.Invocation);
            start.RegisterCompilationEndAction(handlers.End);
        }
    }

    private void Look(OperationAnalysisContext context)
    {
        var invocation = (IInvocationOperation)context.Operation;
        INamedTypeSymbol extensions = invocation.TargetMethod.ContainingType;
        if (SymbolEqualityComparer.Default.Equals(extensions, validation))
        {
            _validates |= invocation.TargetMethod.Name == "AddValidation";
        }
        else if (SymbolEqualityComparer.Default.Equals(extensions, maps))
        {
            // Maps that take a RequestDelegate read their body themselves.
            foreach (IArgumentOperation argument in invocation.Arguments.Where(argument => argument.Parameter?.Type.SpecialType == SpecialType.System_Delegate))
            {
                LookAtHandler(WithoutConversions(argument.Value), context);
            }
        }
    }

    private void LookAtHandler(IOperation handler, OperationAnalysisContext context)
    {
        if (handler.Type is not INamedTypeSymbol { DelegateInvokeMethod: { } signature })
        {
            return;
        }

        // A lambda's parameters stand here; those of a method may stand anywhere.
        IMethodSymbol? lambda = ((handler as IDelegateCreationOperation)?.Target as IAnonymousFunctionOperation)?.Symbol;
        foreach (IParameterSymbol parameter in (lambda ?? signature).Parameters)
        {
            if (requests.FindIn(parameter.Type) is { } request)
            {
                Location place = lambda is null ? handler.Syntax.GetLocation() : parameter.Locations[0];
                _bodies.Add((place, request.Name));
                if (delegatesAreGenerated)
                {
                    context.ReportDiagnostic(Diagnostic.Create(UseDiagnostics.OutOfSight, place, request.Name, NotCompiled));
                }
            }
        }
    }

    private void End(CompilationAnalysisContext context)
    {
        if (!_validates)
        {
            return;
        }

        foreach ((Location place, string request) in _bodies)
        {
            context.ReportDiagnostic(Diagnostic.Create(UseDiagnostics.OutOfSightInWholeProject, place, request, Unchecked));
        }
    }

    private static IOperation WithoutConversions(IOperation value)
    {
        while (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }

        return value;
    }
}
