using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace FmeTyped.Benchmarks.Generator.Workloads;

/// <summary>The workspaces of <see cref="SchemaSample"/> as others are given them: an OpenAPI document, and interfaces for Refit.</summary>
internal static class OrderModel
{
    private static readonly (string Name, string Type, string[] Options)[] Parameters =
    [
        ("Format", "option", ["SHAPE", "GPKG", "DWG", "GEOJSON"]),
        ("Quality", "option", ["low", "medium", "high"]),
        ("Unit", "option", ["m", "ft", "km"]),
        ("Clip", "boolean", []),
        ("Dissolve", "boolean", []),
        ("Style", "string", []),
        ("Layers", "options", ["roads", "water", "parcels", "buildings", "trees"]),
        ("Themes", "options", ["base", "planning", "utilities"]),
        ("Buffer", "integer", []),
        ("Scale", "integer", []),
        ("Tolerance", "number", []),
        ("Coordsys", "string", []),
        ("Source", "string", []),
        ("Destination", "string", []),
        ("Since", "string", []),
        ("Area", "string", []),
        ("DbPassword", "string", []),
        ("Title", "string", []),
        ("Email", "string", []),
        ("Comment", "string", []),
    ];

    /// <summary>A document with one operation a workspace, whose body has the workspace's parameters.</summary>
    public static string OpenApi(int workspaces)
    {
        var paths = new JsonObject();
        var schemas = new JsonObject { ["Job"] = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { ["id"] = Typed("integer") } } };
        for (int number = 0; number < workspaces; number++)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"Order{number}");
            var properties = new JsonObject();
            foreach ((string parameter, string type, string[] options) in Parameters)
            {
                properties[parameter] = type switch
                {
                    "option" => Enumeration(options),
                    "options" => new JsonObject { ["type"] = "array", ["items"] = Enumeration(options) },
                    _ => Typed(type),
                };
            }

            schemas[name] = new JsonObject { ["type"] = "object", ["required"] = new JsonArray("Title"), ["properties"] = properties };
            paths[$"/transformations/submit/Region{number % 20}/order{number}.fmw"] = new JsonObject
            {
                ["post"] = new JsonObject
                {
                    ["operationId"] = "Run" + name,
                    ["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Json(name) },
                    ["responses"] = new JsonObject { ["200"] = new JsonObject { ["description"] = "The job.", ["content"] = Json("Job") } },
                },
            };
        }

        return new JsonObject
        {
            ["openapi"] = "3.0.0",
            ["info"] = new JsonObject { ["title"] = "Orders", ["version"] = "1" },
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = schemas },
        }.ToJsonString();
    }

    /// <summary>What is written by hand for Refit: an interface a repository with a method a workspace, and the bodies.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Refit(int workspaces)
    {
        foreach (IGrouping<int, int> repository in Enumerable.Range(0, workspaces).GroupBy(number => number % 20))
        {
            var code = new StringBuilder($"namespace App.Region{repository.Key};\n\npublic sealed record Job(long Id);\n\npublic interface IOrders\n{{\n");
            foreach (int number in repository)
            {
                code.Append(CultureInfo.InvariantCulture, $"    [Refit.Post(\"/transformations/submit/Region{repository.Key}/order{number}.fmw\")]\n");
                code.Append(
                    CultureInfo.InvariantCulture,
                    $"    System.Threading.Tasks.Task<Job> RunOrder{number}([Refit.Body] Order{number} order, System.Threading.CancellationToken "
                        + $"cancellationToken = default);\n");
            }

            code.Append("}\n");
            foreach (int number in repository)
            {
                AppendBody(code, number);
            }

            yield return new($"Region{repository.Key}.cs", code.ToString());
        }
    }

    private static void AppendBody(StringBuilder code, int number)
    {
        code.Append(CultureInfo.InvariantCulture, $"\npublic sealed class Order{number}\n{{\n");
        foreach ((string name, string type, string[] options) in Parameters)
        {
            if (options.Length > 0)
            {
                code.Append(CultureInfo.InvariantCulture, $"    public enum {name}Option {{ {string.Join(", ", options.Select(option => "@" + option))} }}\n");
            }

            string written = type switch
            {
                "option" => name + "Option?",
                "options" => $"System.Collections.Generic.List<{name}Option>?",
                "boolean" => "bool?",
                "integer" => "long?",
                "number" => "double?",
                _ => "string?",
            };
            code.Append(CultureInfo.InvariantCulture, $"    public {written} {name} {{ get; set; }}\n");
        }

        code.Append("}\n");
    }

    private static JsonObject Typed(string type) => new() { ["type"] = type };

    private static JsonObject Enumeration(string[] options) =>
        new() { ["type"] = "string", ["enum"] = new JsonArray([.. options.Select(option => (JsonNode)option)]) };

    private static JsonObject Json(string schema) => new()
    {
        ["application/json"] = new JsonObject { ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/" + schema } },
    };
}
