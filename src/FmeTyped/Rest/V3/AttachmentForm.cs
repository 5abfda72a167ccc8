using System.Net.Http.Headers;
using System.Text;

namespace FmeTyped;

/// <summary>The body is the file, and its name stands in a header: in ASCII, and where that does not do, in UTF-8 as RFC 6266 has it.</summary>
internal sealed class AttachmentForm(string fileName) : IUploadForm
{
    public ReadOnlyMemory<byte> Head => default;

    public ReadOnlyMemory<byte> Tail => default;

    // Names with a quotation mark or a line break were refused before.
    public void Describe(HttpContentHeaders headers) => headers.TryAddWithoutValidation(
        "Content-Disposition",
        Ascii.IsValid(fileName)
            ? $"attachment; filename=\"{fileName}\""
            : $"attachment; filename=\"{new string(Array.ConvertAll(fileName.ToCharArray(), c => char.IsAscii(c) ? c : '_'))}\"; "
                + $"filename*=UTF-8''{Uri.EscapeDataString(fileName)}");
}
