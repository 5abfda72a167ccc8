using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Reading;
using FmeTyped.Tool.Json;

namespace FmeTyped.Tool.SchemaFiles;

/// <summary>
/// Formats the content of a schema file in exactly one way: workspaces and keys in a fixed order, secrets' defaults left out. Parameter
/// records stay as the source sent them, in the author's order.
/// </summary>
internal static class SchemaFileText
{
    public static string From(JsonObject root, IEnumerable<JsonObject> workspaces)
    {
        JsonObject[] records =
        [
            .. workspaces
                .OrderBy(record => record.TextOf("repository"), StringComparer.Ordinal)
                .ThenBy(record => record.TextOf("workspace"), StringComparer.Ordinal)
                .Select(WorkspaceOf),
        ];
        return JsonText.From(JsonEdit.Object(root.With("workspaces", JsonEdit.List(records)).Members.OrderBy(member => member.Name, KeyOrder.OfRoot)));
    }

    private static JsonObject WorkspaceOf(JsonObject record)
    {
        Workspace workspace = WorkspaceReader.Read(record, new ReadingContext())!;
        var secrets = new SecretDefaults(workspace);
        IEnumerable<JsonNode> parameters = ParameterRecords.FindRecords(record.Find("parameters")!.Value, new ReadingContext())
            .Select(parameter => InOrder(parameter is JsonObject found ? secrets.Withhold(found) : parameter));
        return JsonEdit.Object(record.With("parameters", JsonEdit.List(parameters)).Members.OrderBy(member => member.Name, KeyOrder.OfWorkspace));
    }

    private static JsonNode InOrder(JsonNode node) => node switch
    {
        JsonObject owner => JsonEdit.Object(owner.Members
            .Select(member => JsonEdit.Member(member.Name, InOrder(member.Value)))
            .OrderBy(member => member.Name, KeyOrder.OfRecords)),
        JsonArray array => JsonEdit.List(array.Items.Select(InOrder)),
        _ => node,
    };
}
