using System.Text.Json;
using FmeTyped.Schema.Reading;

namespace FmeTyped.Tool.Masking;

/// <summary>Masks JSON. Structure, names of members and kinds of values stay.</summary>
/// <param name="text">Masks texts.</param>
/// <param name="secrets">The secret parameters. Those that a record of the server calls passwords are added.</param>
internal sealed class JsonMask(TextMask text, SecretParameters secrets)
{
    private const int ShortestSecretNumber = 4;

    /// <summary>What the members of an object are.</summary>
    private enum Place
    {
        /// <summary>Members that FME Flow names.</summary>
        Record,

        /// <summary>Parameters or directives by their names, as version 4 has them.</summary>
        Map,

        /// <summary>Parameters or directives as a list of names and values, as version 3 has them.</summary>
        List,
    }

    /// <summary>Writes a response or a request of FME Flow's.</summary>
    public void WriteApi(Utf8JsonWriter json, JsonElement root, bool isLog)
    {
        LearnSecretParameters(root);
        Write(json, root, PrivateKind.None, Place.Record, isLog);
    }

    /// <summary>Writes JSON that is a value as a whole, such as a result.</summary>
    public void WriteContent(Utf8JsonWriter json, JsonElement root) => Write(json, root, PrivateKind.Value, Place.Record, isLog: false);

    private void LearnSecretParameters(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in json.EnumerateArray())
            {
                LearnSecretParameters(item);
            }
        }
        else if (json.ValueKind == JsonValueKind.Object)
        {
            if (TextOf(json, "name") is { } name && TextOf(json, "type") is { } type && GuiType.BaseOf(type) == "PASSWORD")
            {
                secrets.Add(name);
            }

            foreach (JsonProperty member in json.EnumerateObject())
            {
                LearnSecretParameters(member.Value);
            }
        }
    }

    private void Write(Utf8JsonWriter json, JsonElement node, PrivateKind kind, Place place, bool isLog)
    {
        switch (node.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (JsonProperty member in node.EnumerateObject())
                {
                    json.WritePropertyName(text.HideSecrets(member.Name));
                    (PrivateKind kindOfMember, Place placeOfMember) = Judge(node, member, kind, place, isLog);
                    Write(json, member.Value, kindOfMember, placeOfMember, isLog);
                }

                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (JsonElement item in node.EnumerateArray())
                {
                    Write(json, item, kind, place, isLog);
                }

                json.WriteEndArray();
                break;
            case JsonValueKind.String:
                json.WriteStringValue(text.Mask(node.GetString()!, kind));
                break;
            case JsonValueKind.Number:
                json.WriteRawValue(MaskNumber(node.GetRawText(), kind));
                break;
            default:
                node.WriteTo(json);
                break;
        }
    }

    private (PrivateKind, Place) Judge(JsonElement owner, JsonProperty member, PrivateKind kind, Place place, bool isLog)
    {
        if (kind != PrivateKind.None)
        {
            return (PrivateNames.IsSecret(member.Name) ? PrivateKind.Secret : kind, Place.Record);
        }

        if (place == Place.Map)
        {
            return (KindOfParameter(member.Name), Place.Record);
        }

        if (place == Place.List && member.Name is "value" or "raw")
        {
            return (KindOfParameter(TextOf(owner, "name")), Place.Record);
        }

        return member.Name switch
        {
            "publishedParameters" or "directives" or "deploymentParameters" =>
                (PrivateKind.None, member.Value.ValueKind == JsonValueKind.Object ? Place.Map : Place.List),
            "defaultValue" => (KindOfParameter(TextOf(owner, "name")), Place.Record),
            "message" or "line" when isLog => (PrivateKind.LogLine, Place.Record),
            _ => (PrivateNames.KindOf(member.Name), Place.Record),
        };
    }

    private PrivateKind KindOfParameter(string? name) => name is not null && secrets.Has(name) ? PrivateKind.Secret : PrivateKind.Value;

    private string MaskNumber(string number, PrivateKind kind)
    {
        // A shorter one could be a part of any number.
        if (kind == PrivateKind.Secret && number.Length >= ShortestSecretNumber)
        {
            text.MaskSecret(number);
        }

        bool isHidden = kind == PrivateKind.Secret || (kind == PrivateKind.Value && !text.KeepsValues) || text.HideSecrets(number) != number;
        return isHidden ? Placeholder.ForNumber(number) : number;
    }

    private static string? TextOf(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
