using System.Text.Json.Nodes;
using FmeTyped.JsonSchema;
using FmeTyped.Metadata;

namespace FmeTyped;

/// <summary>Describes the JSON of requests.</summary>
public static class FmeJsonSchemaExtensions
{
    /// <summary>
    /// Describes the JSON of the workspace's requests as JSON Schema, draft 2020-12. What the request's converter writes is valid by it, and what is
    /// valid by it can be read and sent, as far as JSON Schema can tell.
    /// </summary>
    /// <remarks>
    /// It cannot tell days that a month does not have, what is in a geometry's text, that <c>1.0</c> and <c>1e3</c> are no digits, a secret's mask, a
    /// condition that compares texts, lists, dates, colors, files or secrets, and the limits of such a condition's parameter.
    /// </remarks>
    /// <param name="workspace">The workspace, such as <c>ParcelReport.Descriptor</c>.</param>
    /// <param name="profile">How much of JSON Schema to use.</param>
    /// <returns>A new object, which can be changed.</returns>
    public static JsonObject ToJsonSchema(this FmeWorkspaceDescriptor workspace, FmeJsonSchemaProfile profile = FmeJsonSchemaProfile.Full)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        return profile switch
        {
            FmeJsonSchemaProfile.Full => WorkspaceSchema.Full(workspace),
            FmeJsonSchemaProfile.Simple => WorkspaceSchema.Simple(workspace),
            _ => throw new ArgumentOutOfRangeException(nameof(profile), profile, "Not a profile."),
        };
    }
}
