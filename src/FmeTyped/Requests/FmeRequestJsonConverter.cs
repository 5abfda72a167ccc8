using System.Text.Json;
using System.Text.Json.Serialization;

namespace FmeTyped.Generated;

/// <summary>
/// Reads and writes a request as a JSON object of wire names and values. Generated types have it as their converter, so System.Text.Json supports them
/// with reflection and with its source generator.
/// </summary>
/// <remarks>
/// <para>
/// Choices are the values of their options as text, lists are arrays of texts, numbers are JSON numbers or texts, yes and no are JSON
/// booleans or the workspace's two words, a geometry may be a GeoJSON object, and all other values are text. Null or missing is
/// unset; <c>""</c> or <c>[]</c> is blank. Secrets can be read, and are written as a mask.
/// </para>
/// <para>
/// Of the serializer's options, <see cref="JsonSerializerOptions.PropertyNameCaseInsensitive"/> and
/// <see cref="JsonSerializerOptions.UnmappedMemberHandling"/> apply to the names.
/// </para>
/// </remarks>
/// <typeparam name="TRequest">The type of the request.</typeparam>
public sealed class FmeRequestJsonConverter<TRequest> : JsonConverter<TRequest>, IFmeRequestJsonConverter
    where TRequest : class, IFmeRequest<TRequest>
{
    FmeWorkspaceDescriptor IFmeRequestJsonConverter.Workspace => Workspace;

    private static FmeWorkspaceDescriptor Workspace => TRequest.Descriptor;

    /// <summary>
    /// Reads a request. Values that can be read but are not valid, such as a number outside its limits, are left to
    /// <see cref="FmeRequestExtensions.Validate"/>.
    /// </summary>
    /// <inheritdoc/>
    /// <exception cref="JsonException">
    /// The JSON is not an object, has a name that is not allowed, or a value that cannot be read. In the last case the inner exception is an
    /// <see cref="FmeValidationException"/> with all errors of the request.
    /// </exception>
    public override TRequest Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var json = JsonElement.ParseValue(ref reader);
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException($"A request for {Workspace} is a JSON object of parameter names and values, not {JsonParameterValue.Describe(json)}.");
        }

        var parameters = FmeParameterReader.FromJson(json, name => Find(name, options));
        TRequest request = TRequest.Read(parameters);
        return parameters.Problems is not null && FmeRequestReading.Check(parameters, request) is { Count: > 0 } errors ? throw Misfit(errors) : request;
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">
    /// The request has a value that cannot be sent, such as the default of an enum, or a file of this machine, which has no path on the server yet.
    /// </exception>
    public override void Write(Utf8JsonWriter writer, TRequest value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        var collector = new ParameterValueCollector(includeSecrets: false);
        ((IFmeRequest)value).Write(collector);
        if (collector.Local is { } local)
        {
            throw NotOnServer.Error(local);
        }

        writer.WriteStartObject();
        foreach (FmeParameterDescriptor parameter in Workspace.Parameters)
        {
            if (collector.Values.TryGetValue(parameter.Name, out FmeParameterValue set))
            {
                writer.WritePropertyName(parameter.EncodedName);
                JsonParameterValue.Write(writer, parameter, set);
            }
        }

        writer.WriteEndObject();
    }

    private static JsonException Misfit(IReadOnlyList<FmeValidationError> errors)
    {
        var misfit = new FmeValidationException($"The JSON does not fit {Workspace}.", errors, new ErrorContext("read the JSON of a request"));
        return new JsonException(misfit.Message, misfit);
    }

    private static FmeParameterDescriptor? Find(string name, JsonSerializerOptions options)
    {
        FmeParameterDescriptor? found = Workspace.FindParameter(name);
        if (found is null && options.PropertyNameCaseInsensitive)
        {
            found = Workspace.Parameters.FirstOrDefault(parameter => string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase));
        }

        return found is null && options.UnmappedMemberHandling == JsonUnmappedMemberHandling.Disallow
            ? throw new JsonException($"{Workspace} publishes no parameter '{name}'.")
            : found;
    }
}
