using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FmeTyped.Docs.Tests;

/// <summary>The sources of the repository, bound by the compiler, so that a test can follow calls from one member to the next.</summary>
internal sealed class SourceModel
{
    // What the project files give to each file of a project.
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using FmeTyped.Generated;
        global using FmeTyped.Metadata;
        """;

    private static readonly Lazy<SourceModel> Shared = new(Read);

    private readonly CSharpCompilation _compilation;
    private readonly ILookup<string, INamedTypeSymbol> _types;
    private readonly Lazy<ILookup<string, string>> _uses;

    private SourceModel(CSharpCompilation compilation)
    {
        _compilation = compilation;
        _types = compilation.GetSymbolsWithName(_ => true, SymbolFilter.Type).OfType<INamedTypeSymbol>().ToLookup(type => type.Name);
        _uses = new(FindUses);
    }

    /// <summary>The projects in src, in one compilation. What its packages bring need not be found: a walk stays in our own code.</summary>
    public static SourceModel Current => Shared.Value;

    public IEnumerable<INamedTypeSymbol> Types => _types.SelectMany(types => types);

    /// <summary>
    /// What each file uses of the other files, by their paths: a use of a member counts where the member stands, one of a type where its first part does.
    /// </summary>
    public ILookup<string, string> FileUses => _uses.Value;

    private static SourceModel Read()
    {
        var parsing =
            new CSharpParseOptions(LanguageVersion.CSharp14, preprocessorSymbols: ["NET", "NET8_0_OR_GREATER", "NET9_0_OR_GREATER", "NET10_0_OR_GREATER"]);
        string source = Repository.PathOf("src");
        IEnumerable<SyntaxTree> trees =
            from path in Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            let parts = Path.GetRelativePath(source, path).Split(Path.DirectorySeparatorChar)
            where !parts.Contains("obj") && !parts.Contains("bin")
            select CSharpSyntaxTree.ParseText(File.ReadAllText(path), parsing, path);
        return new(CSharpCompilation.Create(
            "Sources",
            trees.Append(CSharpSyntaxTree.ParseText(Usings, parsing)),
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                .Where(path => !Path.GetFileName(path).StartsWith("FmeTyped", StringComparison.Ordinal))
                .Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true)));
    }

    /// <summary>The members that a name such as <c>Submitter.SubmitAsync</c> means; all of its type's where it names none.</summary>
    /// <param name="name">The name.</param>
    public IReadOnlyList<ISymbol> Find(string name)
    {
        string[] parts = name.Split('.');
        IEnumerable<INamedTypeSymbol> types = _types[parts[0].Split('<')[0]];
        return [.. types.SelectMany(type => parts.Length == 1 ? type.GetMembers().Append(type) : type.GetMembers(parts[1]))];
    }

    /// <summary>Whether the code of a member uses another member, by itself or by an interface or a base member that the other one implements.</summary>
    /// <param name="from">The member whose code is read.</param>
    /// <param name="to">What it is to use.</param>
    public bool Uses(IReadOnlyList<ISymbol> from, IReadOnlyList<ISymbol> to)
    {
        HashSet<ISymbol> wanted = [.. to.SelectMany(WithBases)];
        return from.SelectMany(CodeOf).Any(node =>
        {
            SemanticModel model = _compilation.GetSemanticModel(node.SyntaxTree);
            return node.DescendantNodes().Where(name => name is SimpleNameSyntax or BaseObjectCreationExpressionSyntax).Any(name =>
            {
                SymbolInfo info = model.GetSymbolInfo(name);
                return info.CandidateSymbols.Append(info.Symbol).Any(symbol => symbol is not null && wanted.Contains(Unbound(symbol)));
            });
        });
    }

    private ILookup<string, string> FindUses()
    {
        var uses = new ConcurrentBag<(string From, string To)>();
        Parallel.ForEach(_compilation.SyntaxTrees.Where(tree => tree.FilePath.Length > 0), tree =>
        {
            SemanticModel model = _compilation.GetSemanticModel(tree);
            IEnumerable<string> used = tree.GetRoot().DescendantNodes()
                .Where(node => node is SimpleNameSyntax or BaseObjectCreationExpressionSyntax)
                .Select(node => model.GetSymbolInfo(node).Symbol)
                .Where(symbol => symbol is not null and not INamespaceSymbol)
                .SelectMany(symbol => FileOf(Unbound(symbol!), tree.FilePath));
            foreach (string file in used.Distinct(StringComparer.Ordinal))
            {
                uses.Add((tree.FilePath, file));
            }
        });
        return uses.ToLookup(use => use.From, use => use.To);
    }

    // A type that is partial is at home in the file of its name; a use from another part of it is none.
    private static IEnumerable<string> FileOf(ISymbol symbol, string from)
    {
        string[] files = [.. symbol.DeclaringSyntaxReferences.Select(reference => reference.SyntaxTree.FilePath)];
        return files.Length == 0 || files.Contains(from)
            ? []
            : [files.FirstOrDefault(file => Path.GetFileNameWithoutExtension(file) == symbol.Name) ?? files[0]];
    }

    private static IEnumerable<SyntaxNode> CodeOf(ISymbol member) =>
        member is INamedTypeSymbol ? [] : member.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax());

    private static ISymbol Unbound(ISymbol symbol) => (symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol).OriginalDefinition;

    private static IEnumerable<ISymbol> WithBases(ISymbol member)
    {
        yield return member.OriginalDefinition;
        for (ISymbol? @base = Overridden(member); @base is not null; @base = Overridden(@base))
        {
            yield return @base.OriginalDefinition;
        }

        if (member.ContainingType is not { } type || member is INamedTypeSymbol)
        {
            yield break;
        }

        foreach (ISymbol declared in type.AllInterfaces.SelectMany(contract => contract.GetMembers()))
        {
            if (SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(declared), member))
            {
                yield return declared.OriginalDefinition;
            }
        }
    }

    private static ISymbol? Overridden(ISymbol member) => member switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        _ => null,
    };
}
