using System.Text;
using Microsoft.AspNetCore.StaticFiles;

namespace FmeTyped.Testing;

/// <summary>
/// A file that a job of the emulator writes, for streaming or download. Immutable; another media type than the one that
/// follows from the name is set with <c>FmeResultFile.From("a.bin", bytes) with { MediaType = "application/x-roads" }</c>.
/// </summary>
public sealed record FmeResultFile
{
    private static readonly FileExtensionContentTypeProvider MediaTypes = new(
        new Dictionary<string, string>(new FileExtensionContentTypeProvider().Mappings, StringComparer.OrdinalIgnoreCase)
    {
        [".geojson"] = "application/geo+json",
        [".gml"] = "application/gml+xml",
        [".kml"] = "application/vnd.google-earth.kml+xml",
        [".kmz"] = "application/vnd.google-earth.kmz",
    });

    private FmeResultFile(string name, ReadOnlyMemory<byte> content)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        Content = content;
        MediaType = MediaTypes.TryGetContentType(name, out string? known) ? known : "application/octet-stream";
    }

    /// <summary>Its name, with slashes if it is in a folder of the result.</summary>
    public string Name { get; }

    /// <summary>Its content.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>The MIME type it is streamed with.</summary>
    public string MediaType { get; init; }

    /// <summary>Creates a file from bytes.</summary>
    /// <param name="name">Its name, such as <c>roads.kmz</c>.</param>
    /// <param name="content">Its content.</param>
    public static FmeResultFile From(string name, ReadOnlyMemory<byte> content) => new(name, content);

    /// <summary>Creates a file from text, in UTF-8.</summary>
    /// <param name="name">Its name, such as <c>roads.geojson</c>.</param>
    /// <param name="text">Its content.</param>
    public static FmeResultFile From(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));

    /// <summary>Returns the name and the size.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name}, {Content.Length} bytes");
}
