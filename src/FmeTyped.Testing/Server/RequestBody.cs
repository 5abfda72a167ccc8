using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace FmeTyped.Testing;

/// <summary>Reads request bodies and keeps them as text, up to a limit. On routes that take files, only forms are read.</summary>
internal static class RequestBody
{
    /// <summary>The maximum size in bytes of a body that is not a file. A real server's limit is not known: A003.</summary>
    public const int MaxSize = 16 * 1024 * 1024;

    /// <summary>Marks a route, or each route of a group, as reading its body itself.</summary>
    public static TBuilder TakesFiles<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(FileBody.Instance);

    /// <summary>Whether the body is a form without files.</summary>
    public static bool IsForm(HttpRequest request) =>
        request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The body as text; empty if it is a file.</summary>
    /// <exception cref="RefusedException">It is too large: 413.</exception>
    public static async Task<string> ReadAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<FileBody>() is not null && !IsForm(http.Request))
        {
            return "";
        }

        if (http.Request.ContentLength > MaxSize)
        {
            throw TooLarge();
        }

        return await ReadTextAsync(http.Request.Body, http.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>A text of at most <see cref="MaxSize"/> bytes.</summary>
    /// <exception cref="RefusedException">It is too large: 413.</exception>
    public static async Task<string> ReadTextAsync(Stream content, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        byte[] buffer = new byte[1 << 14];
        for (int count; (count = await content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            if (body.Length + count > MaxSize)
            {
                throw TooLarge();
            }

            body.Write(buffer, 0, count);
        }

        return Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length);
    }

    private static RefusedException TooLarge() => new(
        StatusCodes.Status413PayloadTooLarge,
        FormattableString.Invariant($"The body is larger than {MaxSize} bytes, the most that the emulator reads where no file is uploaded."));

    private sealed class FileBody
    {
        public static readonly FileBody Instance = new();
    }
}
