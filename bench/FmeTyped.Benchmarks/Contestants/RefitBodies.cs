using System.Text.Json;
using Refit;

namespace FmeTyped.Benchmarks.Contestants;

/// <summary>How Refit writes its bodies here: with the same source-generated code as the contestant of System.Text.Json.</summary>
internal static class RefitBodies
{
    public static SystemTextJsonContentSerializer Serializer { get; } = new(new JsonSerializerOptions { TypeInfoResolver = DtoJson.Default });

    public static RefitSettings Settings { get; } = new(Serializer);
}
