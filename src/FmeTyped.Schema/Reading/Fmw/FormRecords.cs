using System;
using System.Collections.Generic;
using System.Text;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Rules;

namespace FmeTyped.Schema.Reading.Fmw;

/// <summary>
/// The records in the FORM of a workspace file, which are those of REST v4. Their defaults are replaced by the ones that run: where
/// a file's text was edited outside Workbench, the base64 of the FORM still holds the old ones.
/// </summary>
internal sealed class FormRecords
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly TextSpan _span;
    private readonly Dictionary<string, FmwAttribute?> _defaults;
    private readonly HashSet<string> _privateNames;

    private FormRecords(TextSpan span, Dictionary<string, FmwAttribute?> defaults, HashSet<string> privateNames)
    {
        _span = span;
        _defaults = defaults;
        _privateNames = privateNames;
    }

    /// <summary>The names of all parameters that the FORM has a record of.</summary>
    public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

    public List<JsonNode> Records { get; } = [];

    /// <summary>Null, with a problem, where the FORM cannot be read.</summary>
    /// <param name="form">The FORM.</param>
    /// <param name="defaults">The defaults that run, by name.</param>
    /// <param name="privateNames">The parameters that the GUI lines call private.</param>
    /// <param name="context">Receives the problem.</param>
    public static FormRecords? Read(FmwAttribute form, Dictionary<string, FmwAttribute?> defaults, HashSet<string> privateNames, ReadingContext context)
    {
        string? fault = Decode(form.Value, out string json);
        JsonReadResult? read = fault is null ? JsonReader.Read(json) : null;
        fault ??= read!.Errors.Count > 0 ? "it is no JSON: " + read.Errors[0].Message : null;
        if (fault is null && (read!.Root as JsonObject)?.Find("parameters")?.Value is JsonArray parameters)
        {
            var records = new FormRecords(form.Span, defaults, privateNames);
            records.AddTo(records.Records, parameters);
            return records;
        }

        context.Report(SchemaRules.UnreadableForm, form.Span, fault ?? "it has no list of parameters");
        return null;
    }

    private static string? Decode(string base64, out string json)
    {
        json = "";
        try
        {
            json = StrictUtf8.GetString(Convert.FromBase64String(base64));
            return null;
        }
        catch (FormatException)
        {
            return "it is no base64";
        }
        catch (DecoderFallbackException)
        {
            return "it is no UTF-8";
        }
    }

    private void AddTo(List<JsonNode> records, JsonArray parameters)
    {
        foreach (JsonNode parameter in parameters.Items)
        {
            string? name = ((parameter as JsonObject)?.Find("name")?.Value as JsonString)?.Value;
            if (name is not null)
            {
                Names.Add(name);
            }

            if (name is null || !_privateNames.Contains(name))
            {
                records.Add(parameter is JsonObject record && name is not null ? Rewrite(record, name) : Relocate(parameter));
            }
        }
    }

    private JsonObject Rewrite(JsonObject record, string name)
    {
        bool hasDefault = _defaults.TryGetValue(name, out FmwAttribute? stored) && stored is not null;
        var members = new List<JsonMember>();
        foreach (JsonMember member in record.Members)
        {
            if (member.Name == "parameters" && member.Value is JsonArray inner)
            {
                var records = new List<JsonNode>();
                AddTo(records, inner);
                members.Add(new JsonMember(member.Name, _span, new JsonArray(_span, records)));
            }
            else if (member.Name != "defaultValue" || !hasDefault)
            {
                members.Add(new JsonMember(member.Name, _span, Relocate(member.Value)));
            }
        }

        if (hasDefault)
        {
            members.Add(new JsonMember("defaultValue", stored!.Span, new JsonString(stored.Span, stored.Value)));
        }

        return new JsonObject(_span, members);
    }

    /// <summary>A node at the place of the FORM: places within its base64 mean nothing to a reader of the file.</summary>
    private JsonNode Relocate(JsonNode node)
    {
        switch (node)
        {
            case JsonObject record:
                var members = new List<JsonMember>();
                foreach (JsonMember member in record.Members)
                {
                    members.Add(new JsonMember(member.Name, _span, Relocate(member.Value)));
                }

                return new JsonObject(_span, members);
            case JsonArray array:
                var items = new List<JsonNode>();
                foreach (JsonNode item in array.Items)
                {
                    items.Add(Relocate(item));
                }

                return new JsonArray(_span, items);
            case JsonString text:
                return new JsonString(_span, text.Value);
            case JsonNumber number:
                return new JsonNumber(_span, number.Text);
            case JsonBoolean boolean:
                return new JsonBoolean(_span, boolean.Value);
            default:
                return new JsonNull(_span);
        }
    }
}
