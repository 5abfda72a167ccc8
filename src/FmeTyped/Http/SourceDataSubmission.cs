namespace FmeTyped;

/// <summary>The body of a submission that is the caller's data. It is passed on as it is read, and stays the caller's to dispose of.</summary>
internal sealed class SourceDataSubmission : SubmissionContent
{
    private readonly HttpContent _data;

    public SourceDataSubmission(HttpContent data)
    {
        _data = data;
        Headers.ContentType = data.Headers.ContentType;
        Headers.ContentDisposition = data.Headers.ContentDisposition;
        foreach (string encoding in data.Headers.ContentEncoding)
        {
            Headers.ContentEncoding.Add(encoding);
        }
    }

    protected override Task SendAsync(Stream stream, CancellationToken cancellationToken) => _data.CopyToAsync(stream, cancellationToken);

    protected override bool TryComputeLength(out long length)
    {
        length = _data.Headers.ContentLength ?? 0;
        return _data.Headers.ContentLength is not null;
    }
}
