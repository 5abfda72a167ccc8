using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using FmeTyped.Testing;

namespace FmeTyped.Tool.Requests;

/// <summary>
/// Stands where requests would leave the process. What would change something is noted and not sent; a read is sent, since the build of the server decides
/// what would be.
/// </summary>
/// <param name="server">Sends the reads.</param>
/// <param name="secrets">What is masked in bodies.</param>
internal sealed class DryRunHandler(HttpMessageHandler server, IReadOnlyList<SecretText> secrets) : DelegatingHandler(server)
{
    private readonly List<DryRunRequest> _requests = [];

    public IReadOnlyList<DryRunRequest> Requests => _requests;

    /// <summary>The file that is being uploaded.</summary>
    public string? File { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Get)
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        _requests.Add(await NoteAsync(request, cancellationToken).ConfigureAwait(false));

        // What both versions of the REST API say of a submission; of an upload only the status counts.
        return new HttpResponseMessage(HttpStatusCode.Accepted) { Content = new StringContent("""{ "id": 1 }""", Encoding.UTF8, "application/json") };
    }

    private async Task<DryRunRequest> NoteAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var noted = new DryRunRequest(
            request.Method.Method,
            request.RequestUri!,
            request.Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
                .ToDictionary(header => header.Key, header => Masked(header.Key, string.Join(", ", header.Value))));
        if (request.Content is not { } content)
        {
            return noted;
        }

        if (content.Headers.ContentType?.MediaType == "application/json")
        {
            string text = await content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
            return noted with { Json = JsonNode.Parse(SecretText.Mask(text, secrets)) };
        }

        // Read as it would be sent, so that a file that cannot be read is found.
        var counted = new CountingStream();
        await using (counted.ConfigureAwait(false))
        {
            await content.CopyToAsync(counted, cancellationToken).ConfigureAwait(false);
            return noted with { File = File, Bytes = counted.Count };
        }
    }

    private static string Masked(string header, string value) => header != "Authorization" ? value
        : value.IndexOf('=', StringComparison.Ordinal) is > 0 and var end ? $"{value[..(end + 1)]}{SecretMask.Text}"
        : $"{value.Split(' ')[0]} {SecretMask.Text}";

    private sealed class CountingStream : WriteOnlyStream
    {
        public long Count { get; private set; }

        public override void Write(byte[] buffer, int offset, int count) => Count += count;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Count += buffer.Length;
            return ValueTask.CompletedTask;
        }

        public override void Flush()
        {
        }
    }
}
