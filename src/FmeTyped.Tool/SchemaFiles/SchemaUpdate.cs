using FmeTyped.Schema.Json;
using FmeTyped.Tool.Json;

namespace FmeTyped.Tool.SchemaFiles;

/// <summary>
/// Updates a schema file from sources. What a source does not mention stays: other workspaces, unknown keys, and
/// the team's choices under <c>csharp</c>.
/// </summary>
internal static class SchemaUpdate
{
    /// <param name="document">The current file.</param>
    /// <param name="sources">The workspaces of the sources, without duplicates.</param>
    /// <param name="prunedRepositories">The repositories that keep only the workspaces of the sources.</param>
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
            // The order in which servers list services has no meaning.
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
