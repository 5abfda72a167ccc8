using System.Net.Http.Headers;

namespace FmeTyped;

/// <summary>What a request says of the file in its body, around it and in the headers.</summary>
internal interface IUploadForm
{
    ReadOnlyMemory<byte> Head { get; }

    ReadOnlyMemory<byte> Tail { get; }

    void Describe(HttpContentHeaders headers);
}
