using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace FmeTyped.Mutants;

/// <summary>A project in memory, which is compiled with one mutant at a time.</summary>
internal sealed class MutatedProject(CSharpCompilation original, IReadOnlyList<ResourceDescription> resources)
{
    /// <summary>The project as its own compiler is called for it. Source generators run once: no mutant changes what they read.</summary>
    /// <param name="arguments">The compiler's arguments.</param>
    /// <param name="folder">The project's folder, which paths are relative to.</param>
    /// <exception cref="InvalidOperationException">The project does not compile.</exception>
    public static MutatedProject Open(IEnumerable<string> arguments, string folder)
    {
        CSharpCommandLineArguments parsed = CSharpCommandLineParser.Default.Parse(arguments, folder, sdkDirectory: null);
        IEnumerable<SyntaxTree> sources = parsed.SourceFiles.Select(file =>
            CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(file.Path), Encoding.UTF8), parsed.ParseOptions, file.Path));
        var compilation = CSharpCompilation.Create(
            parsed.CompilationName,
            sources,
            parsed.MetadataReferences.Select(reference => MetadataReference.CreateFromFile(Path.Combine(folder, reference.Reference), reference.Properties)),
            // A mutant may leave a variable unused.
            parsed.CompilationOptions.WithGeneralDiagnosticOption(ReportDiagnostic.Default));
        IEnumerable<ISourceGenerator> generators = parsed.AnalyzerReferences.SelectMany(reference =>
            new AnalyzerFileReference(Path.GetFullPath(reference.FilePath, folder), Loader.Instance).GetGenerators(LanguageNames.CSharp));
        CSharpGeneratorDriver.Create(generators, parseOptions: parsed.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out _);
        string[] errors = [.. generated.GetDiagnostics().Where(problem => problem.Severity == DiagnosticSeverity.Error).Select(problem => $"{problem}")];
        return errors.Length == 0
            ? new MutatedProject((CSharpCompilation)generated, parsed.ManifestResources)
            : throw new InvalidOperationException($"The project does not compile without any mutant:\n{string.Join('\n', errors.Take(5))}");
    }

    /// <summary>The mutants of the files that a path matches.</summary>
    public IReadOnlyList<Mutant> Find(Func<string, bool> isOfArea) =>
        [.. original.SyntaxTrees.Where(tree => isOfArea(tree.FilePath)).OrderBy(tree => tree.FilePath, StringComparer.Ordinal).SelectMany(MutantFinder.Find)];

    /// <summary>Whether the mutant's own file compiles. What other files make of it is seen when the project is compiled.</summary>
    public bool Compiles(Mutant mutant)
    {
        (CSharpCompilation changed, SyntaxTree tree) = With(mutant);
        return !changed.GetSemanticModel(tree).GetDiagnostics().Any(problem => problem.Severity == DiagnosticSeverity.Error);
    }

    /// <summary>The project's assembly with the mutant, or as it is; null if that does not compile.</summary>
    public byte[]? Compile(Mutant? mutant)
    {
        CSharpCompilation compilation = mutant is null ? original : With(mutant).Compilation;
        using var assembly = new MemoryStream();
        return compilation.Emit(assembly, manifestResources: resources).Success ? assembly.ToArray() : null;
    }

    private (CSharpCompilation Compilation, SyntaxTree Tree) With(Mutant mutant)
    {
        SyntaxTree tree = original.SyntaxTrees.First(tree => tree.FilePath == mutant.File);
        SyntaxTree changed = tree.WithChangedText(tree.GetText().WithChanges(new TextChange(mutant.Span, mutant.After)));
        return (original.ReplaceSyntaxTree(tree, changed), changed);
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public static Loader Instance { get; } = new();

        public void AddDependencyLocation(string fullPath)
        {
        }

        // It finds what a generator needs beside it.
        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
