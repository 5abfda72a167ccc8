using System.Text.Json.Nodes;
using FmeTyped.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace FmeTyped.AspNetCore;

/// <summary>Describes the endpoints of a workspace in the OpenAPI document.</summary>
/// <typeparam name="TRequest">The generated type of the workspace.</typeparam>
/// <param name="options">How the workspace is offered.</param>
internal sealed class WorkspaceOperations<TRequest>(FmeWorkspaceEndpointOptions<TRequest> options)
    where TRequest : class, IFmeRequest<TRequest>
{
    private const string Json = "application/json";
    private const string Problem = "application/problem+json";
    private const string OperationIds = "FmeTyped.AspNetCore.OperationIds";

    private const string StatusSchema =
        """
        {
          "type": "object",
          "required": ["id", "state"],
          "properties": {
            "id": { "type": "string", "description": "The job's id." },
            "state": { "type": "string", "enum": ["queued", "running", "succeeded", "failed", "cancelled", "unknown"] },
            "message": { "type": "string", "description": "FME's words on the outcome." },
            "timeSubmitted": { "type": "string", "format": "date-time" },
            "timeStarted": { "type": "string", "format": "date-time" },
            "timeFinished": { "type": "string", "format": "date-time" },
            "featureCount": { "type": "integer", "format": "int64", "description": "How many features were written." },
            "warningCount": { "type": "integer", "format": "int64" },
            "errorCount": { "type": "integer", "format": "int64" },
            "firstError": { "type": "string", "description": "The first error of the log of a job that failed." },
            "result": { "type": "string", "description": "Where the result is." }
          }
        }
        """;

    private const string ProblemSchema =
        """
        {
          "type": "object",
          "properties": {
            "type": { "type": "string" },
            "title": { "type": "string" },
            "status": { "type": "integer", "format": "int32" },
            "detail": { "type": "string" },
            "errors": {
              "type": "object",
              "description": "What is wrong, by parameter.",
              "additionalProperties": { "type": "array", "items": { "type": "string" } }
            }
          }
        }
        """;

    private static FmeWorkspaceDescriptor Workspace => TRequest.Descriptor;

    private static string Name => typeof(TRequest).Name;

    public Task Post(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        OpenApiDocument document = context.Document!;
        Describe(operation, document, $"Submit{Name}", Workspace.Title.Length > 0 ? Workspace.Title : $"Submits {Workspace.Workspace}", Workspace.Description);
        operation.RequestBody = new OpenApiRequestBody { Required = true, Content = ContentOf(document) };
        OpenApiResponses responses = operation.Responses = [];
        if (options.WaitTime > TimeSpan.Zero)
        {
            responses["200"] = WorkspaceRoutes.HasResult<TRequest>() ? File("The result.") : Status(document, "The job has succeeded.");
        }

        OpenApiResponse accepted = Status(document, "The job was submitted. Its address is in the header Location.");
        accepted.Headers = new Dictionary<string, IOpenApiHeader>
        {
            ["Location"] = new OpenApiHeader { Description = "The job's address.", Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
        };
        responses["202"] = accepted;
        Fail(
            document,
            responses,
            ("400", "A parameter is not valid, or the body cannot be read."),
            ("413", "The body is too large."),
            ("415", "The body has a type that is not taken."));
        FailOfServer(document, responses);
        return Task.CompletedTask;
    }

    public static Task Get(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        Describe(operation, context.Document!, $"Get{Name}Status", "How the job stands");
        operation.Parameters = [Id()];
        operation.Responses = new() { ["200"] = Status(context.Document!, "How the job stands, and why it failed if it did.") };
        Fail(context.Document!, operation.Responses, ("404", "There is no such job."));
        FailOfServer(context.Document!, operation.Responses);
        return Task.CompletedTask;
    }

    public static Task GetResult(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        Describe(operation, context.Document!, $"Get{Name}Result", "The job's result");
        operation.Parameters = [Id()];
        operation.Responses = new() { ["200"] = File("The result."), ["206"] = File("A part of the result.") };
        Fail(
            context.Document!,
            operation.Responses,
            ("404", "There is no such job, or it has no result."),
            ("409", "The job has not ended, or did not succeed."),
            ("410", "The result is no longer there."));
        FailOfServer(context.Document!, operation.Responses);
        return Task.CompletedTask;
    }

    public static Task Delete(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        Describe(operation, context.Document!, $"Cancel{Name}", "Cancels the job");
        operation.Parameters = [Id()];
        operation.Responses = new() { ["204"] = new OpenApiResponse { Description = "The job was cancelled." } };
        Fail(context.Document!, operation.Responses, ("404", "There is no such job."), ("409", "The job has ended."));
        FailOfServer(context.Document!, operation.Responses);
        return Task.CompletedTask;
    }

    private static void Describe(OpenApiOperation operation, OpenApiDocument document, string id, string summary, string description = "")
    {
        operation.OperationId ??= Unique(document, id);
        operation.Summary ??= summary;
        if (description.Length > 0)
        {
            operation.Description ??= description;
        }
    }

    // One workspace may be offered at several addresses, and the document does not have its operations before all of them are described.
    private static string Unique(OpenApiDocument document, string id)
    {
        document.Metadata ??= new Dictionary<string, object>();
        if (!document.Metadata.TryGetValue(OperationIds, out object? known))
        {
            document.Metadata[OperationIds] = known = new HashSet<string>(StringComparer.Ordinal);
        }

        var taken = (HashSet<string>)known;
        string unique = id;
        for (int number = 2; !taken.Add(unique); number++)
        {
            unique = $"{id}{number}";
        }

        return unique;
    }

    private Dictionary<string, OpenApiMediaType> ContentOf(OpenApiDocument document)
    {
        FmeParameterDescriptor[] uploads = [.. Workspace.Parameters.Where(options.IsUpload)];
        var content = new Dictionary<string, OpenApiMediaType>();
        if (options.AllowServerPaths || !uploads.Any(parameter => parameter is { MustBeSet: true, Visibility: null }))
        {
            JsonObject schema = CallersSchema();
            if (!options.AllowServerPaths)
            {
                uploads.ToList().ForEach(upload => Remove(schema, upload.Name));
            }

            content[Json] = Media(Component(document, Name, schema.ToJsonString()));
        }

        if (uploads.Length > 0)
        {
            JsonObject schema = CallersSchema();
            foreach (FmeParameterDescriptor upload in uploads)
            {
                JsonObject property = schema["properties"]![upload.Name]!.AsObject();
                JsonObject item = (upload.IsList ? property["items"] as JsonObject : property)!;
                item.Remove("minLength");
                item["format"] = "binary";
            }

            content["multipart/form-data"] = Media(Component(document, $"{Name}Form", schema.ToJsonString()));
        }

        return content;
    }

    private JsonObject CallersSchema()
    {
        JsonObject schema = Workspace.ToJsonSchema(FmeJsonSchemaProfile.Simple);
        schema.Remove("$schema");
        foreach (string name in options.HostParameters)
        {
            Remove(schema, name);
        }

        return schema;
    }

    private static void Remove(JsonObject schema, string name)
    {
        schema["properties"]!.AsObject().Remove(name);
        if (schema["required"] is JsonArray required && required.FirstOrDefault(item => (string?)item == name) is { } entry)
        {
            required.Remove(entry);
        }
    }

    // Workspaces of two repositories may have one name, and one workspace may be offered twice with other options: what differs gets a number.
    private static OpenApiSchemaReference Component(OpenApiDocument document, string name, string json)
    {
        OpenApiSchema schema = OpenApiModelFactory.Parse<OpenApiSchema>(json, OpenApiSpecVersion.OpenApi3_1, document, out _)!;
        string id = name;
        for (int number = 2; document.Components?.Schemas?.TryGetValue(id, out IOpenApiSchema? taken) == true && TextOf(taken) != TextOf(schema); number++)
        {
            id = $"{name}{number}";
        }

        document.AddComponent(id, schema);
        return new OpenApiSchemaReference(id, document);
    }

    private static string TextOf(IOpenApiSchema schema)
    {
        using var text = new StringWriter();
        schema.SerializeAsV31(new OpenApiJsonWriter(text));
        return text.ToString();
    }

    private static OpenApiParameter Id() => new()
    {
        Name = WorkspaceRoutes.Id,
        In = ParameterLocation.Path,
        Required = true,
        Description = "The job's id.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static OpenApiMediaType Media(IOpenApiSchema schema) => new() { Schema = schema };

    private static OpenApiResponse Status(OpenApiDocument document, string description) => new()
    {
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType> { [Json] = Media(Component(document, "FmeJobStatus", StatusSchema)) },
    };

    private static OpenApiResponse File(string description) => new()
    {
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType>
        {
            ["application/octet-stream"] = Media(new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" }),
        },
    };

    private static void FailOfServer(OpenApiDocument document, OpenApiResponses responses) => Fail(
        document,
        responses,
        ("501", "FME Flow cannot do what was asked."),
        ("502", "FME Flow did not do what was asked."),
        ("503", "FME Flow is not available."),
        ("504", "FME Flow did not respond in time."));

    private static void Fail(OpenApiDocument document, OpenApiResponses responses, params ReadOnlySpan<(string Status, string Description)> failures)
    {
        foreach ((string status, string description) in failures)
        {
            responses[status] = new OpenApiResponse
            {
                Description = description,
                Content = new Dictionary<string, OpenApiMediaType> { [Problem] = Media(Component(document, "FmeProblem", ProblemSchema)) },
            };
        }
    }
}
