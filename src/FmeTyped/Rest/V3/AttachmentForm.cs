using System.Net.Http.Headers;
using System.Text;

namespace FmeTyped;

/// <summary>The body is the file, and its name is in a header: in ASCII, or if that is not possible, in UTF-8 as RFC 6266 defines.</summary>
internal sealed class AttachmentForm(string fileName) : IUploadForm
{
    public ReadOnlyMemory<byte> Head => default;

    public ReadOnlyMemory<byte> Tail => default;

    // Names with a quotation mark or a line break were refused earlier.
    public void Describe(HttpContentHeaders headers) => headers.TryAddWithoutValidation(
        "Content-Disposition",
        Ascii.IsValid(fileName)
            ? $"attachment; filename=\"{fileName}\""
            : $"attachment; filename=\"{new string(Array.ConvertAll(fileName.ToCharArray(), c => char.IsAscii(c) ? c : '_'))}\"; "
                + $"filename*=UTF-8''{Uri.EscapeDataString(fileName)}");
}
