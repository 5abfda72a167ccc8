using System.Text.Json;
using FmeTyped.Metadata;
using Json.Schema;

namespace FmeTyped.JsonSchema.Tests;

/// <summary>A workspace's schema, as a validator that is not ours reads it.</summary>
internal sealed class SchemaCheck
{
    private static readonly EvaluationOptions Options = new() { RequireFormatValidation = true, OutputFormat = OutputFormat.List };

    private readonly Json.Schema.JsonSchema _schema;

    public SchemaCheck(FmeWorkspaceDescriptor workspace, FmeJsonSchemaProfile profile)
    {
        Text = workspace.ToJsonSchema(profile).ToJsonString(new JsonSerializerOptions { WriteIndented = true });
        _schema = Json.Schema.JsonSchema.FromText(Text);
    }

    public string Text { get; }

    public bool IsValid(JsonElement json) => _schema.Evaluate(json, Options).IsValid;

    public string ProblemsOf(JsonElement json) => string.Join(
        "\n",
        (_schema.Evaluate(json, Options).Details ?? [])
            .Where(detail => detail.Errors is not null)
            .Select(detail => $"{detail.InstanceLocation} {detail.EvaluationPath}: {string.Join(' ', detail.Errors!.Values)}"));
}
