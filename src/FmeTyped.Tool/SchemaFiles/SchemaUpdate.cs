using FmeTyped.Schema.Json;
using FmeTyped.Tool.Json;

namespace FmeTyped.Tool.SchemaFiles;

/// <summary>
/// Brings what sources say into a schema file. What a source does not speak of stays: other workspaces, keys that are not known here, and
/// the team's choices under <c>csharp</c>.
/// </summary>
internal static class SchemaUpdate
{
    /// <param name="document">The file as it is.</param>
    /// <param name="sources">What the sources say; each workspace once.</param>
    /// <param name="prunedRepositories">The repositories of which nothing is to stay but what the sources have.</param>
    public static SchemaDocument Apply(SchemaDocument document, IReadOnlyList<SourceWorkspace> sources, IReadOnlySet<string> prunedRepositories)
    {
        Dictionary<(string Repository, string Name), SourceWorkspace> bySource = sources.ToDictionary(source => source.Identity);
        var records = new List<JsonObject>();
        for (int i = 0; i < document.Records.Count; i++)
        {
            (string repository, string name) = (document.Workspaces[i].Repository, document.Workspaces[i].Name);
            if (bySource.Remove((repository, name), out SourceWorkspace? source))
            {
                records.Add(Update(document.Records[i], source));
            }
            else if (!prunedRepositories.Contains(repository))
            {
                records.Add(document.Records[i]);
            }
        }

        records.AddRange(bySource.Values.Select(source => Update(JsonEdit.Empty, source)));
        return document.WithRecords(records);
    }

    private static JsonObject Update(JsonObject record, SourceWorkspace source)
    {
        JsonObject updated = record
            .With("repository", JsonEdit.Text(source.Repository))
            .With("workspace", JsonEdit.Text(source.Name))
            .With("parameters", JsonEdit.List(source.Parameters));
        updated = Say(updated, "title", source.Title);
        updated = Say(updated, "description", source.Description);
        return source.Services switch
        {
            null => updated,
            { Count: 0 } => updated.Without("services"),
            // Servers list services in no order that means something.
            var services => updated.With("services", JsonEdit.List(services.Distinct().Order(StringComparer.Ordinal).Select(JsonEdit.Text))),
        };
    }

    private static JsonObject Say(JsonObject record, string key, string? text) => text switch
    {
        null => record,
        "" => record.Without(key),
        _ => record.With(key, JsonEdit.Text(text)),
    };
}
