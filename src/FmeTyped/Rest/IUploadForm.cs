using System.Net.Http.Headers;

namespace FmeTyped;

/// <summary>How a request describes its file: the body's parts around it, and the headers.</summary>
internal interface IUploadForm
{
    ReadOnlyMemory<byte> Head { get; }

    ReadOnlyMemory<byte> Tail { get; }

    void Describe(HttpContentHeaders headers);
}
