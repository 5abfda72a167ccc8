using System.Collections.Generic;
using FmeTyped.Schema.Facts;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Rules;

namespace FmeTyped.Schema.Reading;

/// <summary>Reads one workspace of a schema file.</summary>
internal static class WorkspaceReader
{
    public static Workspace? Read(JsonObject record, ReadingContext context)
    {
        string? repository = context.RequiredText(record, "repository", "A workspace");
        string? name = context.RequiredText(record, "workspace", "A workspace", "; it is the file name, such as \"austinDownload.fmw\"");
        JsonNode? parameters = context.Required(
            record, "parameters", "A workspace", "; it is the answer of the server's parameters endpoint, [] if there are none");
        if (repository is null || name is null || parameters is null)
        {
            return null;
        }

        EquatableArray<string>? services = ReadServices(record, context);
        var workspace = new Workspace(repository, name)
        {
            Title = context.Text(record, "title"),
            Description = context.Text(record, "description"),
            Services = services ?? default,
            ServicesAreKnown = services is not null,
            Parameters = ParameterRecords.Read(parameters, context, (record.Find("csharp")?.Value as JsonObject)?.Find("parameters")?.Value as JsonObject),
        };
        return CSharpOverrides.Apply(workspace, record.Find("csharp")?.Value, context);
    }

    /// <summary>The services the record lists; null if it has no list.</summary>
    private static EquatableArray<string>? ReadServices(JsonObject record, ReadingContext context)
    {
        JsonNode? list = record.Find("services")?.Value;
        var services = new List<string>();
        foreach (JsonNode item in context.Items(list, "services"))
        {
            if (item is JsonString service)
            {
                services.Add(ServiceNames.InAddresses(service.Value));
            }
            else
            {
                context.Report(SchemaRules.WrongValue, item.Span, "services", "a list of texts", ReadingContext.Describe(item));
            }
        }

        return list is JsonArray ? EquatableArray.From(services) : null;
    }
}
