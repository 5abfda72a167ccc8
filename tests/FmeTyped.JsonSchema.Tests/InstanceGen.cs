using System.Text.Json;
using System.Text.Json.Nodes;
using FmeTyped.Metadata;

namespace FmeTyped.JsonSchema.Tests;

/// <summary>Makes up the JSON of requests: right for some parameters, wrong for others.</summary>
internal sealed class InstanceGen(Random random)
{
    private const int MostTries = 60;

    private readonly ValuePool _pool = new(random);

    /// <summary>A valid request, as the library writes it; null where none was found.</summary>
    public string? Written(FmeWorkspaceDescriptor workspace)
    {
        Dictionary<string, FmeParameterValue> values = workspace.Parameters
            .Where(parameter => parameter.MustBeSet || random.Next(3) > 0)
            .ToDictionary(parameter => parameter.Name, _pool.ValueOf);
        for (int i = 0; i < MostTries; i++)
        {
            if (DescribedRequest.JsonOf(workspace, values, out IReadOnlyList<FmeValidationError> errors) is { } json)
            {
                return json;
            }

            foreach (FmeValidationError error in errors)
            {
                values[error.Parameter] = _pool.ValueOf(workspace.FindParameter(error.Parameter)!);
            }
        }

        return null;
    }

    /// <summary>A request in JSON, of which a few values were changed.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="written">A valid request.</param>
    public JsonElement Changed(FmeWorkspaceDescriptor workspace, string written)
    {
        JsonObject instance = JsonNode.Parse(written)!.AsObject();
        for (int i = random.Next(4); i > 0 && workspace.Parameters.Count > 0; i--)
        {
            FmeParameterDescriptor parameter = workspace.Parameters[random.Next(workspace.Parameters.Count)];
            if (random.Next(4) == 0)
            {
                instance.Remove(parameter.Name);
            }
            else
            {
                instance[parameter.Name] = ValueOf(parameter);
            }
        }

        if (random.Next(30) == 0)
        {
            instance["NO_SUCH_PARAMETER"] = 1;
        }

        return JsonSerializer.SerializeToElement(instance);
    }

    private JsonNode? ValueOf(FmeParameterDescriptor parameter)
    {
        if (random.Next(8) == 0)
        {
            return Anything();
        }

        return parameter.IsList
            ? new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => JsonValue.Create(_pool.TextOf(parameter)))])
            : ItemOf(parameter, _pool.TextOf(parameter));
    }

    private JsonNode? ItemOf(FmeParameterDescriptor parameter, string text) => parameter.Kind switch
    {
        FmeParameterKind.Integer or FmeParameterKind.Float when text.Length > 0 => JsonNode.Parse(text),
        FmeParameterKind.Boolean => random.Next(2) == 0,
        FmeParameterKind.Geometry when text.StartsWith('{') && random.Next(2) == 0 => JsonNode.Parse(text),
        _ => JsonValue.Create(text),
    };

    private JsonNode? Anything() => random.Next(7) switch
    {
        0 => null,
        1 => true,
        2 => -7.5,
        3 => "anything",
        4 => new JsonArray("a", 1),
        5 => new JsonObject { ["type"] = "Point" },
        _ => 0,
    };
}
