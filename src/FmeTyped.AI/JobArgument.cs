using System.Text.Json;
using System.Text.Json.Nodes;

namespace FmeTyped.AI;

/// <summary>The argument that names a job.</summary>
internal static class JobArgument
{
    public const string Name = "job";

    private const int Longest = 100;

    public static JsonElement SchemaOf(string description, bool isRequired)
    {
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { [Name] = new JsonObject { ["type"] = "string", ["description"] = description } },
        };
        if (isRequired)
        {
            schema["required"] = new JsonArray(JsonValue.Create(Name));
        }

        schema["additionalProperties"] = false;
        using var document = JsonDocument.Parse(schema.ToJsonString());
        return document.RootElement.Clone();
    }

    /// <param name="arguments">The arguments.</param>
    /// <param name="id">What the model calls the job; null if it named none.</param>
    /// <param name="problem">What is wrong with the arguments.</param>
    public static bool TryRead(IReadOnlyDictionary<string, object?> arguments, out string? id, out string problem)
    {
        id = null;
        problem = arguments.Keys.FirstOrDefault(name => name != Name) is { } unknown
            ? $"There is no parameter '{DataText.Line(unknown, Longest)}'. There is: {Name}."
            : "";
        if (problem.Length > 0 || !arguments.TryGetValue(Name, out object? value) || value is null)
        {
            return problem.Length == 0;
        }

        // Models write an id as a number as well.
        id = !ArgumentJson.TryRead(value, out JsonElement json) ? null
            : json.ValueKind == JsonValueKind.String ? json.GetString()
            : json.ValueKind == JsonValueKind.Number ? json.GetRawText()
            : null;
        if (id is null && json.ValueKind != JsonValueKind.Null)
        {
            problem = $"{Name}: takes the id of a job, as a text.";
        }

        return problem.Length == 0;
    }

    /// <summary>What is said of a job that these tools did not start. Whether the server has it, no model learns here.</summary>
    public static string Unknown(string id) => $"These tools have started no job '{DataText.Line(id, Longest)}', and see no others.";
}
