using System.Diagnostics.CodeAnalysis;

namespace FmeTyped;

/// <summary>The folder that one request's files were uploaded to. It is deleted when the job has ended.</summary>
internal sealed record UploadedFolder(ResourcePath Path)
{
    private const string NameFormat = "N";

    public static UploadedFolder New(ResourcePath parent) => new(parent.Append(Guid.NewGuid().ToString(NameFormat)));

    /// <summary>Parses the text form. Only a folder that this library can have created is accepted, because it will be deleted.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out UploadedFolder? folder)
    {
        folder = null;
        string[] parts = text?.Split('/') ?? [];
        if (parts.Length < 2 || Array.Exists(parts, part => FileName.FindFault(part) is not null) || !Guid.TryParseExact(parts[^1], NameFormat, out _))
        {
            return false;
        }

        folder = new(ResourcePath.From(parts[0], string.Join('/', parts[1..])));
        return true;
    }

    /// <summary>The connection, a slash, and the path: what <see cref="TryParse"/> reads.</summary>
    public override string ToString() => Path.ToString();
}
