using System.Globalization;
using System.Text.Json.Nodes;
using FmeTyped.Generated;
using FmeTyped.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace MinimalApi;

/// <summary>Describes generated requests in the OpenAPI document, from the metadata of their workspaces.</summary>
internal sealed class FmeSchemaTransformer : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.JsonTypeInfo.Converter is IFmeRequestJsonConverter { Workspace: { } workspace })
        {
            schema.Type = JsonSchemaType.Object;
            schema.Title = workspace.Title;
            schema.Properties = workspace.Parameters.ToDictionary(parameter => parameter.Name, Describe);
            schema.Required = workspace.Parameters.Where(parameter => parameter is { MustBeSet: true, Visibility: null })
                .Select(parameter => parameter.Name)
                .ToHashSet();
        }

        return Task.CompletedTask;
    }

    private static IOpenApiSchema Describe(FmeParameterDescriptor parameter)
    {
        var schema = new OpenApiSchema
        {
            Type = parameter.Kind switch
            {
                FmeParameterKind.Integer => JsonSchemaType.Integer,
                FmeParameterKind.Float => JsonSchemaType.Number,
                FmeParameterKind.Boolean => JsonSchemaType.Boolean,
                _ => JsonSchemaType.String,
            },
            Format = parameter.Kind == FmeParameterKind.Secret ? "password" : null,
        };
        if (parameter.Kind == FmeParameterKind.Choice)
        {
            schema.Enum = [.. parameter.Choices.Select(choice => (JsonNode)choice.Value)];
        }

        Limit(schema, parameter);
        if (parameter.IsList)
        {
            schema = new OpenApiSchema { Type = JsonSchemaType.Array, Items = schema };
        }

        schema.Description = parameter.Prompt;
        return schema;
    }

    private static void Limit(OpenApiSchema schema, FmeParameterDescriptor parameter)
    {
        string? minimum = parameter.Minimum?.ToString(CultureInfo.InvariantCulture);
        string? maximum = parameter.Maximum?.ToString(CultureInfo.InvariantCulture);
        schema.Minimum = parameter.MinimumIsExclusive ? null : minimum;
        schema.ExclusiveMinimum = parameter.MinimumIsExclusive ? minimum : null;
        schema.Maximum = parameter.MaximumIsExclusive ? null : maximum;
        schema.ExclusiveMaximum = parameter.MaximumIsExclusive ? maximum : null;
    }
}
