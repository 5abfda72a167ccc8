using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FmeTyped.Schema.Facts;
using FmeTyped.Schema.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FmeTyped.Generator.Analyzers;

/// <summary>
/// Finds constant names in the client's options, in Repositories and Queues, that no generated type has. The client looks entries up by name, so such an
/// entry has no effect.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OptionNamesAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(UseDiagnostics.UnknownName);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext start)
    {
        if (Runtime.IsReferenced(start.Compilation))
        {
            var workspaces = new Lazy<ImmutableArray<WorkspaceType>>(() => WorkspaceType.In(start.Compilation).ToImmutableArray());
            start.RegisterOperationAction(context => LookAtEntry(context, workspaces), OperationKind.SimpleAssignment);
            start.RegisterOperationAction(context => LookAtAdd(context, workspaces), OperationKind.Invocation);
        }
    }

    // options.Queues["Samples"] = ..., and the same in an initializer.
    private static void LookAtEntry(OperationAnalysisContext context, Lazy<ImmutableArray<WorkspaceType>> workspaces)
    {
        if (((ISimpleAssignmentOperation)context.Operation).Target is IPropertyReferenceOperation { Property.IsIndexer: true } entry)
        {
            LookAtName(context, workspaces, entry.Instance, Written.OnlyOf(entry.Arguments));
        }
    }

    // options.Repositories.Add("Samples", ...), and { "Samples", ... } in an initializer.
    private static void LookAtAdd(OperationAnalysisContext context, Lazy<ImmutableArray<WorkspaceType>> workspaces)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call is { TargetMethod.Name: "Add", Arguments.Length: 2 })
        {
            LookAtName(context, workspaces, call.Instance, call.Arguments[0].Value);
        }
    }

    private static void LookAtName(
        OperationAnalysisContext context, Lazy<ImmutableArray<WorkspaceType>> workspaces, IOperation? dictionary, IOperation? key)
    {
        if (key is not { ConstantValue: { HasValue: true, Value: string name } } || OptionDictionary.From(dictionary) is not { } option)
        {
            return;
        }

        IEnumerable<string> known = option.Repository is null
            ? workspaces.Value.Select(workspace => workspace.Repository)
            : workspaces.Value.Where(workspace => workspace.Repository == option.Repository).Select(workspace => workspace.Workspace);
        string[] names = known.Distinct().ToArray();

        // An unknown repository is reported by itself, and nothing is known of its workspaces.
        if (names.Length > 0 && !names.Contains(name))
        {
            string what = option.Repository is null ? "of that repository" : $"of that workspace of {option.Repository}";
            string nearest = NearMiss.Find(name, names) is { } found ? $" Did you mean '{ControlCharacters.ShowOnOneLine(found)}'?" : "";
            context.ReportDiagnostic(Diagnostic.Create(UseDiagnostics.UnknownName, key.Syntax.GetLocation(), option.Name, name, what, nearest));
        }
    }
}
