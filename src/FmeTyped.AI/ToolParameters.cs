using System.Text.Json;
using System.Text.Json.Nodes;
using FmeTyped.Generated;
using FmeTyped.Metadata;

namespace FmeTyped.AI;

/// <summary>The parameters of a workspace that a model may set, by the names that it knows them by.</summary>
internal sealed class ToolParameters
{
    private readonly Dictionary<string, FmeParameterDescriptor> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">The workspace needs a value that nobody gives, or a fixed value is not valid.</exception>
    public ToolParameters(FmeWorkspaceDescriptor workspace, FmeToolOptions options)
    {
        Workspace = workspace;
        FixedValues = options.FixedValues.Where(value => workspace.FindParameter(value.Key) is not null).ToDictionary(StringComparer.Ordinal);
        FmeParameterDescriptor[] offered = [.. workspace.Parameters.Where(parameter => IsOffered(parameter, options))];
        IReadOnlyList<string> names = ToolNames.For(offered);
        for (int i = 0; i < offered.Length; i++)
        {
            _byName.Add(names[i], offered[i]);
            _names.Add(offered[i].Name, names[i]);
        }

        Check();
        Schema = CreateSchema();
    }

    public FmeWorkspaceDescriptor Workspace { get; }

    /// <summary>The host's values of this workspace, by wire name.</summary>
    public IReadOnlyDictionary<string, FmeParameterValue> FixedValues { get; }

    /// <summary>The names that a model may use.</summary>
    public IEnumerable<string> Names => _byName.Keys;

    /// <summary>The JSON Schema of the arguments.</summary>
    public JsonElement Schema { get; }

    /// <summary>The parameter that a model calls so; null if there is none.</summary>
    public FmeParameterDescriptor? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>What a model calls a parameter; null if it may not set it.</summary>
    /// <param name="wireName">The name on the wire.</param>
    public string? NameOf(string wireName) => _names.GetValueOrDefault(wireName);

    private bool IsOffered(FmeParameterDescriptor parameter, FmeToolOptions options) =>
        !FixedValues.ContainsKey(parameter.Name)
        && parameter is { IsDestination: false, Kind: not (FmeParameterKind.Secret or FmeParameterKind.Folder) }
        && (parameter.Kind != FmeParameterKind.File || options.ResolveFile is not null);

    private void Check()
    {
        foreach (FmeParameterDescriptor parameter in Workspace.Parameters)
        {
            if (parameter is { MustBeSet: true, Visibility: null } && NameOf(parameter.Name) is null && !FixedValues.ContainsKey(parameter.Name))
            {
                string reason = parameter.Kind switch
                {
                    FmeParameterKind.Secret => "is a secret, which no model gets to know",
                    FmeParameterKind.File when !parameter.IsDestination => "is a file, and there is no ResolveFile that finds files for a model",
                    _ => "is a place on the server, which is nothing for a model to choose",
                };
                throw new ArgumentException(
                    $"{Workspace} cannot be a tool: its parameter {parameter} has to be set, and {reason}. Set it in FixedValues.");
            }
        }

        var values = FixedValues.ToDictionary(value => value.Key, value => value.Value, StringComparer.Ordinal);
        FmeRequestReading.TryRead(Workspace, new FmeParameterReader(values), out _, out IReadOnlyList<FmeValidationError> errors);
        if (errors.FirstOrDefault(error => FixedValues.ContainsKey(error.Parameter)) is { } wrong)
        {
            throw new ArgumentException($"FixedValues of {Workspace}: {wrong}");
        }
    }

    private JsonElement CreateSchema()
    {
        JsonObject full = Workspace.ToJsonSchema(FmeJsonSchemaProfile.Simple);
        var properties = new JsonObject();
        foreach ((string name, FmeParameterDescriptor parameter) in _byName)
        {
            JsonObject property = full["properties"]![parameter.Name]!.DeepClone().AsObject();
            property.Remove("title");
            property["description"] = ParameterText.From(parameter, property);
            properties[name] = property;
        }

        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties };
        string[] required = [.. (full["required"] as JsonArray ?? []).Select(name => NameOf((string)name!)).OfType<string>()];
        if (required.Length > 0)
        {
            schema["required"] = new JsonArray([.. required.Select(name => JsonValue.Create(name))]);
        }

        schema["additionalProperties"] = false;
        using var document = JsonDocument.Parse(schema.ToJsonString());
        return document.RootElement.Clone();
    }
}
