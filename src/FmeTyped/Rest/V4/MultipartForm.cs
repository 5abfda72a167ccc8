using System.Net.Http.Headers;
using System.Text;

namespace FmeTyped;

/// <summary>The body is a form with the file as its only field. The file's name is in the field's header in UTF-8, as browsers write it.</summary>
internal sealed class MultipartForm : IUploadForm
{
    private readonly string _boundary = "fmetyped-" + Guid.NewGuid().ToString("N");

    // Names with a quotation mark or a line break were refused earlier.
    public MultipartForm(string field, string fileName)
    {
        Head = Encoding.UTF8.GetBytes(
            $"--{_boundary}\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{fileName}\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        Tail = Encoding.UTF8.GetBytes($"\r\n--{_boundary}--\r\n");
    }

    public ReadOnlyMemory<byte> Head { get; }

    public ReadOnlyMemory<byte> Tail { get; }

    public void Describe(HttpContentHeaders headers)
    {
        headers.ContentType = new MediaTypeHeaderValue("multipart/form-data");
        headers.ContentType.Parameters.Add(new NameValueHeaderValue("boundary", _boundary));
    }
}
