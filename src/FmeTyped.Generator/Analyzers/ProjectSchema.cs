using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Naming;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FmeTyped.Generator.Analyzers;

/// <summary>
/// The schema of a project's generated requests. It is read on first use, and each file once for all the
/// compilations while the user types. Requests of referenced projects have no schema file here, so nothing is known about them.
/// </summary>
internal sealed class ProjectSchema
{
    private readonly IAssemblySymbol _project;
    private readonly ConcurrentDictionary<INamedTypeSymbol, RequestSchema?> _known = new(SymbolEqualityComparer.Default);
    private readonly Lazy<Dictionary<TypeName, RequestSchema>> _requests;

    public ProjectSchema(Compilation compilation, AnalyzerOptions options)
    {
        _project = compilation.Assembly;
        _requests = new(() => Read(options), LazyThreadSafetyMode.ExecutionAndPublication);
    }

    /// <summary>All requests of the project.</summary>
    public IEnumerable<RequestSchema> Requests => _requests.Value.Values;

    /// <summary>The request for a type; null for all other types.</summary>
    public RequestSchema? Find(INamedTypeSymbol type) =>
        type is { IsRecord: true, IsSealed: true, ContainingType: null } && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, _project)
            ? _known.GetOrAdd(type, FindByName)
            : null;

    private RequestSchema? FindByName(INamedTypeSymbol type) =>
        _requests.Value.TryGetValue(new TypeName(NameOf(type.ContainingNamespace), type.Name), out RequestSchema? found) ? found : null;

    private static Dictionary<TypeName, RequestSchema> Read(AnalyzerOptions options)
    {
        var workspaces = new List<(string Path, Workspace Workspace)>();
        foreach (AdditionalText file in options.AdditionalFiles)
        {
            if (SchemaFiles.Contain(file, options.AnalyzerConfigOptionsProvider) && file.GetText() is { } text)
            {
                workspaces.AddRange(SchemaTexts.Read(text).Workspaces.Select(workspace => (file.Path, workspace)));
            }
        }

        var requests = new Dictionary<TypeName, RequestSchema>();
        if (workspaces.Count > 0)
        {
            List<FileEntry> entries = workspaces.ConvertAll(item => new FileEntry(item.Path, WorkspaceIdentity.From(item.Workspace)));
            string rootNamespace = GeneratorOptions.RootNamespaceOf(options.AnalyzerConfigOptionsProvider.GlobalOptions);
            SchemaIndex index = SchemaIndex.From(entries, rootNamespace);
            foreach ((string path, Workspace workspace) in workspaces)
            {
                if (index.Find(path, workspace) is { } named)
                {
                    requests[named.Type] = new RequestSchema(named);
                }
            }
        }

        return requests;
    }

    private static string NameOf(INamespaceSymbol name) => name switch
    {
        { IsGlobalNamespace: true } => "",
        { ContainingNamespace.IsGlobalNamespace: true } => name.Name,
        _ => $"{NameOf(name.ContainingNamespace)}.{name.Name}",
    };
}
