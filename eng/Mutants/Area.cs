using System.IO.Enumeration;

namespace FmeTyped.Mutants;

/// <summary>Some source files, and the tests that hold them.</summary>
/// <param name="Name">The name on the command line.</param>
/// <param name="Project">The folder of the project.</param>
/// <param name="Files">Files in that folder; the name may have wildcards.</param>
/// <param name="Tests">The tests: a filter of the test program.</param>
internal sealed record Area(string Name, string Project, string[] Files, string[] Tests)
{
    private const string Client = "src/FmeTyped";
    private const string Schema = "src/FmeTyped.Schema";

    public static IReadOnlyList<Area> All { get; } =
    [
        new(
            "batches",
            Client,
            ["Batches/*", "FmeBatchExtensions.cs", "FmeFlowClient.Batches.cs"],
            ["--filter-class", "FmeTyped.Tests.Batches.*"]),
        new(
            "waiting",
            Client,
            ["Jobs/Deadline.cs", "Jobs/FmeWait*", "Jobs/JobPoll*", "Jobs/JobWaiter.cs", "Jobs/LongPolling.cs"],
            [
                "--filter-class", "*.WaitTests", "*.LongPollTests", "*.JobHandleTests", "*.FmeJobStatusTests", "*.BoundTests", "*.RunOptionsTests",
                "*.BatchWaitTests",
            ]),
        new(
            "finding",
            Client,
            ["Jobs/SubmissionFinder.cs", "Jobs/SubmissionSearch.cs", "Jobs/JobLister.cs", "Jobs/JobListNotes.cs"],
            ["--filter-class", "*.FindSubmissionTests", "*.JobListTests", "*.LostAnswerTests", "*.SecretsOfJobsTests", "*.BoundTests"]),
        new(
            "http",
            Client,
            [
                "Http/Bounded*", "Http/Credentials.cs", "Http/Error*", "Http/Forward*", "Http/H*", "Http/J*", "Http/LineLimit.cs", "Http/P*", "Http/Res*",
                "Http/Se*", "Http/Su*", "Http/TimeLimit.cs", "Http/UrlPath.cs",
            ],
            [
                "--filter-class", "FmeTyped.Tests.Http.*", "FmeTyped.Tests.Client.*", "FmeTyped.Tests.Contract.*", "FmeTyped.Tests.Services.*",
                "FmeTyped.Tests.Authentication.*",
            ]),
        new(
            "redaction",
            Client,
            ["Http/Redactor.cs", "Http/RecentSecrets.cs", "Http/SecretText.cs", "Http/TextEscape.cs", "Http/UnescapedText.cs", "Jobs/SecretCollector.cs"],
            ["--filter-class", "*.RedactorTests", "*.SecretsOfJobsTests", "*.SecretsInCausesTests", "*.FmeSecretTests", "*.NoTextTests"]),
        new(
            "readers",
            Schema,
            ["Reading/*"],
            ["--filter-class", "FmeTyped.Schema.Tests.Reading.*", "FmeTyped.Schema.Tests.SchemaFiles.*", "FmeTyped.Schema.Tests.Fmw.*"]),
        new(
            "json",
            Schema,
            ["Json/*"],
            ["--filter-class", "FmeTyped.Schema.Tests.Json.*"]),
    ];

    /// <summary>The folder of the test project.</summary>
    public string TestProject => $"tests/{Path.GetFileName(Project)}.Tests";

    /// <summary>Whether a file is one of the area's.</summary>
    /// <param name="path">The path in the project's folder.</param>
    public bool Has(string path) => Files.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, path, ignoreCase: false));
}
