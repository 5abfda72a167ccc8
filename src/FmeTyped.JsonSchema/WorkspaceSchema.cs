using System.Text.Json.Nodes;
using FmeTyped.Metadata;

namespace FmeTyped.JsonSchema;

/// <summary>The schema of a request: an object with a property for each parameter.</summary>
internal static class WorkspaceSchema
{
    public static JsonObject Full(FmeWorkspaceDescriptor workspace)
    {
        JsonObject schema = Create(workspace, ParameterJsonSchema.Full);
        JsonNode[] conditions = [.. workspace.Parameters.Select(parameter => ConditionOf(workspace, parameter)).OfType<JsonNode>()];
        if (conditions.Length > 0)
        {
            schema["allOf"] = new JsonArray(conditions);
        }

        return schema;
    }

    public static JsonObject Simple(FmeWorkspaceDescriptor workspace) => Create(workspace, ParameterJsonSchema.Simple);

    private static JsonObject Create(FmeWorkspaceDescriptor workspace, Func<FmeParameterDescriptor, JsonObject> describe)
    {
        var properties = new JsonObject();
        foreach (FmeParameterDescriptor parameter in workspace.Parameters)
        {
            properties[parameter.Name] = describe(parameter);
        }

        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = workspace.Title.Length > 0 ? workspace.Title : workspace.Workspace,
        };
        if (workspace.Description.Length > 0)
        {
            schema["description"] = workspace.Description;
        }

        schema["type"] = "object";
        schema["properties"] = properties;
        FmeParameterDescriptor[] required = [.. workspace.Parameters.Where(parameter => parameter is { MustBeSet: true, Visibility: null })];
        if (required.Length > 0)
        {
            schema["required"] = Names(required);
        }

        schema["additionalProperties"] = false;
        return schema;
    }

    // What a parameter has to hold counts only while it is visible, and so does that it has to be set.
    private static JsonObject? ConditionOf(FmeWorkspaceDescriptor workspace, FmeParameterDescriptor parameter)
    {
        if (parameter.Visibility is not { } visibility || new VisibilitySchema(workspace).When(visibility, parameter) is not { } condition)
        {
            return null;
        }

        var then = new JsonObject();
        if (ParameterJsonSchema.Rules(parameter, isApart: true) is { Count: > 0 } rules)
        {
            then["properties"] = new JsonObject { [parameter.Name] = rules };
        }

        if (parameter.MustBeSet)
        {
            then["required"] = Names([parameter]);
        }

        return then.Count > 0 ? new JsonObject { ["if"] = condition, ["then"] = then } : null;
    }

    private static JsonArray Names(IEnumerable<FmeParameterDescriptor> parameters) =>
        new([.. parameters.Select(parameter => JsonValue.Create(parameter.Name))]);
}
