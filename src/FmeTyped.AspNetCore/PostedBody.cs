using System.Text;
using System.Text.Json;
using FmeTyped.Generated;
using FmeTyped.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace FmeTyped.AspNetCore;

/// <summary>Reads what a caller posted. Whatever is wrong with it ends in a problem, and never in an exception.</summary>
/// <typeparam name="TRequest">The generated type of the workspace.</typeparam>
/// <param name="options">What callers may send.</param>
internal sealed class PostedBody<TRequest>(FmeWorkspaceEndpointOptions<TRequest> options)
    where TRequest : class, IFmeRequest<TRequest>
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    private static readonly EndpointProblem TooLarge = new(StatusCodes.Status413PayloadTooLarge, "The body is too large.");

    private static FmeWorkspaceDescriptor Workspace => TRequest.Descriptor;

    private bool TakesFiles => Workspace.Parameters.Any(options.IsUpload);

    /// <summary>The values that were posted, for the request to be made of; or what is wrong with the body as a whole.</summary>
    public async Task<(PostedValues? Values, EndpointProblem? Problem)> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength > options.MaximumBodySize)
        {
            return (null, TooLarge);
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = options.MaximumBodySize;
        }

        try
        {
            return !MediaTypeHeaderValue.TryParse(context.Request.ContentType, out MediaTypeHeaderValue? type) ? (null, WrongType())
                : IsJson(type) ? await ReadJsonAsync(context).ConfigureAwait(false)
                : IsForm(type) && TakesFiles ? await ReadFormAsync(context).ConfigureAwait(false)
                : (null, WrongType());
        }
        catch (BadHttpRequestException error)
        {
            bool isTooLarge = error.StatusCode == StatusCodes.Status413PayloadTooLarge;
            return (null, isTooLarge ? TooLarge : new EndpointProblem(error.StatusCode, "The body cannot be read."));
        }
        catch (Exception error) when (error is InvalidDataException or IOException && !context.RequestAborted.IsCancellationRequested)
        {
            return (null, EndpointProblem.BadBody(error.Message));
        }
    }

    private static bool IsJson(MediaTypeHeaderValue type) =>
        (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase))
        && (type.Charset.Length == 0 || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    private static bool IsForm(MediaTypeHeaderValue type) => type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase);

    private EndpointProblem WrongType() => new(StatusCodes.Status415UnsupportedMediaType, "The body has a type that is not taken.")
    {
        Detail = $"It has to be application/json in UTF-8{(TakesFiles ? ", or multipart/form-data" : "")}.",
    };

    private async Task<(PostedValues? Values, EndpointProblem? Problem)> ReadJsonAsync(HttpContext context)
    {
        byte[]? body = await ReadAllAsync(context).ConfigureAwait(false);
        if (body is null)
        {
            return (null, TooLarge);
        }

        try
        {
            ReadOnlyMemory<byte> json = body.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? body.AsMemory(Encoding.UTF8.Preamble.Length) : body;
            using JsonDocument document = JsonDocument.Parse(json, Strict);
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return (null, EndpointProblem.BadBody("The body has to be a JSON object of parameter names and values."));
            }

            var errors = new List<FmeValidationError>();
            foreach (JsonProperty property in root.EnumerateObject())
            {
                Check(property.Name, property.Value.ValueKind != JsonValueKind.Null, errors);
            }

            return (new PostedValues(FmeParameterReader.FromJson(Workspace, root), errors), null);
        }
        catch (JsonException error)
        {
            return (null, EndpointProblem.BadBody(error.Message));
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException)
        {
            return (null, EndpointProblem.BadBody("A name in the JSON is no text: half of a surrogate pair, or bytes that are no UTF-8."));
        }
    }

    private async Task<byte[]?> ReadAllAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        byte[] buffer = new byte[16 * 1024];
        for (int count; (count = await context.Request.Body.ReadAsync(buffer, context.RequestAborted).ConfigureAwait(false)) > 0;)
        {
            if (body.Length + count > options.MaximumBodySize)
            {
                return null;
            }

            body.Write(buffer, 0, count);
        }

        return body.ToArray();
    }

    private async Task<(PostedValues? Values, EndpointProblem? Problem)> ReadFormAsync(HttpContext context)
    {
        // Any site can have a browser post a form with the user's cookies. JSON it cannot, unless the app allows it.
        if (context.Request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site")
        {
            return (null, new EndpointProblem(StatusCodes.Status403Forbidden, "Forms of other sites are not taken."));
        }

        IFormCollection form;
        try
        {
            // The size is limited before.
            var limits = new FormOptions { MultipartBodyLengthLimit = long.MaxValue };
            form = await context.Request.ReadFormAsync(limits, context.RequestAborted).ConfigureAwait(false);
        }
        catch (Exception error) when (error is NotSupportedException or ArgumentException or InvalidOperationException)
        {
            // A part can name an encoding that .NET does not have, or not any more.
            return (null, EndpointProblem.BadBody("A part of the form cannot be read."));
        }

        var errors = new List<FmeValidationError>();
        var values = new Dictionary<string, FmeParameterValue>();
        foreach ((string name, StringValues texts) in form)
        {
            Check(name, isSet: true, errors);
            values[name] = (FmeList<string>)[.. texts.OfType<string>().Select(text => WordOf(name, text))];
        }

        var files = new Dictionary<string, FmeList<FmeFile>>();
        foreach (IGrouping<string, IFormFile> parts in form.Files.GroupBy(file => file.Name))
        {
            if (Workspace.FindParameter(parts.Key) is { } parameter && !options.IsUpload(parameter))
            {
                errors.Add(Error(parts.Key, "takes no file."));
            }
            else
            {
                Check(parts.Key, isSet: false, errors);
                files[parts.Key] = (FmeList<FmeFile>)[.. parts.Select(file => FmeFile.FromFormFile(file.FileName, file.OpenReadStream))];
            }
        }

        return (new PostedValues(new FmeParameterReader(values, files), errors), null);
    }

    // A form has no true and false, and a workspace has words of its own for them.
    private static string WordOf(string name, string text) =>
        text is "true" or "false" && Workspace.FindParameter(name) is { Kind: FmeParameterKind.Boolean } parameter && parameter.FindChoice(text) is null
            ? parameter.Choices.First(choice => choice.Number == (text == "true" ? 1 : 2)).Value
            : text;

    private void Check(string name, bool isSet, List<FmeValidationError> errors)
    {
        FmeParameterDescriptor? parameter = Workspace.FindParameter(name);
        if (parameter is null || !options.IsOfCallers(parameter))
        {
            errors.Add(Error(name, "There is no such parameter."));
        }
        else if (isSet && options.IsUpload(parameter) && !options.AllowServerPaths)
        {
            errors.Add(Error(name, "takes a file, as a part of a multipart/form-data body."));
        }
    }

    private static FmeValidationError Error(string name, string message) => new(FmeValidationErrorKind.Malformed, name, message);
}
