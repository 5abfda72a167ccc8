using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FmeTyped.Mutants.Tests;

/// <summary>A project of one file, and a program that tests it and ends with 0 if all is well.</summary>
internal sealed class SmallProject : IDisposable
{
    public const string Source =
        """
        public static class Age
        {
            public static bool IsAdult(int years) => years >= 18;

            public static string Label() => "a" + "ge";

            public static int Sum(int[] years)
            {
                int sum = 0;
                int index = 0;
                while (index < years.Length)
                {
                    sum += years[index];
                    index++;
                }

                return sum;
            }
        }
        """;

    private const string Runtime = """{ "runtimeOptions": { "tfm": "net10.0", "framework": { "name": "Microsoft.NETCore.App", "version": "10.0.0" } } }""";

    private static readonly string[] References =
    [
        .. from path in ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
           where Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)
           select path,
    ];

    private readonly TemporaryFolder _folder = new();

    /// <param name="tests">The condition that the test program holds the project to.</param>
    public SmallProject(string tests)
    {
        File.WriteAllText(_folder.PathOf("Age.cs"), Source);
        Project = MutatedProject.Open(
            ["/target:library", "/out:Age.dll", "/nullable:enable", .. References.Select(path => $"/reference:{path}"), "Age.cs"], _folder.Path);
        Directory.CreateDirectory(_folder.PathOf("tests"));
        File.WriteAllBytes(_folder.PathOf("tests", "Age.dll"), Project.Compile(mutant: null)!);
        File.WriteAllText(_folder.PathOf("tests", "Tests.runtimeconfig.json"), Runtime);
        var program = CSharpCompilation.Create(
            "Tests",
            [CSharpSyntaxTree.ParseText($"return {tests} ? 0 : 2;", cancellationToken: TestContext.Current.CancellationToken)],
            [.. References.Append(_folder.PathOf("tests", "Age.dll")).Select(path => MetadataReference.CreateFromFile(path))]);
        Assert.True(program.Emit(_folder.PathOf("tests", "Tests.dll"), cancellationToken: TestContext.Current.CancellationToken).Success);
        Tests = new TestFolder(_folder.PathOf("tests", "Tests.dll"), "Age.dll", [], _folder.PathOf("copy"));
    }

    public MutatedProject Project { get; }

    public TestFolder Tests { get; }

    public IReadOnlyList<Mutant> Mutants => Project.Find(_ => true);

    public void Dispose()
    {
        Tests.Dispose();
        _folder.Dispose();
    }
}
