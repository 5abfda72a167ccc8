using System.Text.Json;

namespace FmeTyped.Benchmarks.Contestants;

/// <summary>The bodies of version 4 as users make them who write no JSON themselves.</summary>
internal static class Bodies
{
    public static SubmitBody<TParameters> From<TParameters>(string repository, string workspace, TParameters parameters) => new()
    {
        Repository = repository,
        Workspace = workspace,
        PublishedParameters = parameters,
        Directives = new SubmitDirectives { Key = Guid.NewGuid().ToString("N") },
    };

    public static string Text(string repository, string workspace, Dictionary<string, object> parameters) => JsonSerializer.Serialize(new
    {
        repository,
        workspace,
        publishedParameters = parameters,
        directives = new { fmetypedCorrelationKey = Guid.NewGuid().ToString("N") },
    });
}
