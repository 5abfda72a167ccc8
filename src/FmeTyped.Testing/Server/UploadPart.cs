using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace FmeTyped.Testing;

/// <summary>A part of a body with files. It can be read until the next one is requested.</summary>
/// <param name="FileName">The file's name, possibly with folders; null for a form's field.</param>
/// <param name="FieldName">The name of the form's field; null if there is none.</param>
/// <param name="Content">The content.</param>
internal sealed record UploadPart(string? FileName, string? FieldName, Stream Content)
{
    private const string Multipart = "multipart/";
    private const int BufferSize = 1 << 16;

    public static bool IsMultipart(HttpRequest request) => request.ContentType?.StartsWith(Multipart, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Reads the parts of a multipart body one after the other, so that no body has to fit into memory.</summary>
    /// <exception cref="RefusedException">The body is not multipart, or is truncated.</exception>
    public static async IAsyncEnumerable<UploadPart> ReadAsync(HttpRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? boundary = MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type) && IsMultipart(request)
            ? HeaderUtilities.RemoveQuotes(type.Boundary).Value
            : null;
        if (string.IsNullOrEmpty(boundary))
        {
            throw new RefusedException(StatusCodes.Status415UnsupportedMediaType, "The body has to be multipart/form-data with a boundary.");
        }

        var reader = new MultipartReader(boundary, request.Body, BufferSize);
        while (await NextAsync(reader, cancellationToken).ConfigureAwait(false) is { } section)
        {
            ContentDispositionHeaderValue? disposition = Parse(section.ContentDisposition);
            yield return new(FileNameOf(disposition), HeaderUtilities.RemoveQuotes(disposition?.Name ?? default).Value, section.Body);
        }
    }

    /// <summary>The files of a body that is multipart, or is one file whose name is in Content-Disposition.</summary>
    /// <exception cref="RefusedException">The body is neither, or is truncated.</exception>
    public static async IAsyncEnumerable<UploadPart> ReadFilesAsync(HttpContext http)
    {
        RefuseForm(http.Request);
        if (!IsMultipart(http.Request))
        {
            string name = FileNameOf(http.Request.Headers.ContentDisposition)
                ?? throw RequestJson.Invalid("The file has no name. Send Content-Disposition: attachment; filename=\"name\".");
            yield return new(name, null, http.Request.Body);
            yield break;
        }

        await foreach (UploadPart part in ReadAsync(http.Request, http.RequestAborted).ConfigureAwait(false))
        {
            if (part.FileName is not null)
            {
                yield return part;
            }
        }
    }

    /// <summary>Refuses a file that is said to be a form, as curl says of --data-binary.</summary>
    /// <exception cref="RefusedException">It is: 415.</exception>
    public static void RefuseForm(HttpRequest request)
    {
        if (RequestBody.IsForm(request))
        {
            throw new RefusedException(
                StatusCodes.Status415UnsupportedMediaType, "The body is a form by its Content-Type. Send a file as application/octet-stream.");
        }
    }

    /// <summary>The file name in a Content-Disposition; null if there is none.</summary>
    public static string? FileNameOf(string? contentDisposition) => FileNameOf(Parse(contentDisposition));

    public async Task<string> ReadTextAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await RequestBody.ReadTextAsync(Content, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException cause) when (cause is not BadHttpRequestException)
        {
            throw new UnreadableContentException(cause);
        }
    }

    private static ContentDispositionHeaderValue? Parse(string? text) =>
        ContentDispositionHeaderValue.TryParse(text, out ContentDispositionHeaderValue? disposition) ? disposition : null;

    private static string? FileNameOf(ContentDispositionHeaderValue? disposition) =>
        disposition?.FileNameStar.Value ?? HeaderUtilities.RemoveQuotes(disposition?.FileName ?? default).Value;

    private static async Task<MultipartSection?> NextAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadNextSectionAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is (IOException or InvalidDataException) and not (StorageFullException or BadHttpRequestException))
        {
            throw new RefusedException(StatusCodes.Status400BadRequest, $"The body is not whole: {exception.Message}");
        }
    }
}
