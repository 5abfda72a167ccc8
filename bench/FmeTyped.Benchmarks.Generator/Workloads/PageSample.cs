namespace FmeTyped.Benchmarks.Generator.Workloads;

/// <summary>Files of an app: each runs one of the workspaces of <see cref="SchemaSample"/>, and has code that has nothing to do with it.</summary>
internal static class PageSample
{
    public static KeyValuePair<string, string> From(int number, int workspaces)
    {
        string order = $"App.Fme.Region{number % workspaces % 20}.Order{number % workspaces}";
        return new($"Page{number}.cs", $$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using System.Threading;
            using System.Threading.Tasks;
            using FmeTyped;

            namespace App.Part{{number % 20}};

            internal sealed class Page{{number}}(FmeFlowClient fme, Dictionary<string, string> texts)
            {
                private readonly List<string> _log = [];

                public string Address { get; set; } = "https://example.com/pages/{{number}}";

                public int Count => _log.Count;

                public async Task<long?> OrderAsync(string title, CancellationToken ct)
                {
                    var order = new {{order}}
                    {
                        Title = title, Layers = [{{order}}.LayersOption.Roads], Buffer = {{number % 500}}, Coordsys = "EPSG:32614", Style = "print",
                    };
                    _log.Add($"{DateTime.UtcNow:O} {title}: {order}");
                    FmeJobResult result = await fme.RunAsync(order, cancellationToken: ct);
                    Address = result.Succeeded ? "https://example.com/done" : "https://example.com/failed";
                    return result.FeatureCount;
                }

                public string Describe(int depth)
                {
                    var text = new System.Text.StringBuilder("page {{number}}");
                    foreach ((string key, string value) in texts.Where(pair => pair.Key.StartsWith("page", StringComparison.Ordinal)).OrderBy(pair => pair.Key))
                    {
                        text.Append(key).Append(" = ").AppendLine(value.Length > depth ? value[..depth] + "..." : value);
                    }

                    for (int i = 0; i < depth; i++)
                    {
                        text.Append(i % 3 == 0 ? "fizz" : i % 5 == 0 ? "buzz" : i.ToString(System.Globalization.CultureInfo.InvariantCulture)).Append(", ");
                    }

                    return text.ToString();
                }
            }

            """);
    }
}
