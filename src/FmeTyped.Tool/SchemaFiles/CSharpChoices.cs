using FmeTyped.Schema.Json;
using FmeTyped.Tool.Json;

namespace FmeTyped.Tool.SchemaFiles;

/// <summary>Adds to the choices under <c>csharp</c> of a workspace's record. Existing choices take precedence.</summary>
internal sealed class CSharpChoices(JsonObject record)
{
    private JsonObject _csharp = record.ObjectOf("csharp");

    /// <summary>The record with all additions.</summary>
    public JsonObject Record => _csharp.Members.Count == 0 ? record : record.With("csharp", _csharp);

    public void NameType(string name) => _csharp = Add(_csharp, "name", JsonEdit.Text(name));

    public void NameProperty(string parameter, string name) => Choose(parameter, "name", JsonEdit.Text(name));

    /// <summary>Gives a parameter a choice such as <c>type</c>.</summary>
    public void Choose(string parameter, string key, JsonNode value) =>
        SetParameter(parameter, Add(ChoicesOf(parameter), key, value));

    public void NameOption(string parameter, string value, string name)
    {
        JsonObject choices = ChoicesOf(parameter);
        SetParameter(parameter, choices.With("options", Add(choices.ObjectOf("options"), value, JsonEdit.Text(name))));
    }

    private JsonObject ChoicesOf(string parameter) => _csharp.ObjectOf("parameters").ObjectOf(parameter);

    private void SetParameter(string parameter, JsonObject choices) =>
        _csharp = _csharp.With("parameters", _csharp.ObjectOf("parameters").With(parameter, choices));

    private static JsonObject Add(JsonObject owner, string key, JsonNode value) =>
        owner.Find(key)?.Value is null or JsonNull ? owner.With(key, value) : owner;
}
