using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using FmeTyped.Generated;
using FmeTyped.Metadata;

namespace FmeTyped.JsonSchema.Tests;

/// <summary>A request of whichever workspace a test is about, with the JSON converter of generated types.</summary>
internal sealed class DescribedRequest : IFmeRequest<DescribedRequest>
{
    [ThreadStatic]
    private static FmeWorkspaceDescriptor? _workspace;

    private readonly FmeTyped.DescribedRequest _request;

    private DescribedRequest(FmeParameterReader reader) => _request = FmeTyped.DescribedRequest.Read(_workspace!, reader);

    public static FmeWorkspaceDescriptor Descriptor => _workspace!;

    FmeWorkspaceDescriptor IFmeRequest.Descriptor => _request.Descriptor;

    public static DescribedRequest Read(FmeParameterReader reader) => new(reader);

    public static bool TryRead(
        IReadOnlyDictionary<string, FmeParameterValue> values,
        [NotNullWhen(true)] out DescribedRequest? request,
        out IReadOnlyList<FmeValidationError> errors) =>
        FmeRequestReading.TryRead(new FmeParameterReader(values), out request, out errors);

    public void Write(FmeParameterWriter writer) => _request.Write(writer);

    /// <summary>The JSON of a request with these values; null where they are not those of a valid one.</summary>
    public static string? JsonOf(
        FmeWorkspaceDescriptor workspace,
        IReadOnlyDictionary<string, FmeParameterValue> values,
        out IReadOnlyList<FmeValidationError> errors)
    {
        _workspace = workspace;
        if (!TryRead(values, out DescribedRequest? request, out errors))
        {
            return null;
        }

        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            new FmeRequestJsonConverter<DescribedRequest>().Write(writer, request, JsonSerializerOptions.Default);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>What is wrong with a request in JSON.</summary>
    public static IReadOnlyList<FmeValidationError> ErrorsOf(FmeWorkspaceDescriptor workspace, JsonElement json)
    {
        _workspace = workspace;
        var reader = FmeParameterReader.FromJson(workspace, json);
        return FmeRequestReading.Check(reader, Read(reader));
    }
}
