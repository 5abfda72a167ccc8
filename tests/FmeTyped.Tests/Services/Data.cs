using System.Net;
using System.Net.Http.Headers;

namespace FmeTyped.Tests.Services;

/// <summary>Answers of the transformation services, for a server without a socket.</summary>
internal static class Data
{
    public const string ResultUrl = "https://fme.example.com/fmedatadownload/results/FME_1.zip";

    /// <summary>The record of a job that has ended well, in the shape of each version.</summary>
    public static string Record(FmeApiVersion version, string? url = ResultUrl, long features = 7) => version == FmeApiVersion.V3
        ? $$$"""{"id":42,"status":"SUCCESS","result":{"id":42,"status":"SUCCESS","numFeaturesOutput":{{{features}}},"resultDatasetDownloadUrl":"{{{url}}}"}}"""
        : $$"""{"id":42,"status":"success","featureOutputCount":{{features}},"resultDatasetDownloadUrl":"{{url}}"}""";

    /// <summary>Answers a submission, and the two looks at the job that opening its result takes.</summary>
    public static StubServer Job(this StubServer server, FmeApiVersion version = FmeApiVersion.V3, string? url = ResultUrl, long features = 7) =>
        server.Answer(Record(version, url, features)).Answer(Record(version, url, features));

    public static StubServer Bytes(this StubServer server, byte[] bytes, string? mediaType = "application/zip", Action<HttpContentHeaders>? change = null) =>
        server.Stream(new MemoryStream(bytes), mediaType, change);

    public static StubServer Stream(this StubServer server, Stream stream, string? mediaType = "application/zip", Action<HttpContentHeaders>? change = null) =>
        server.Do((_, _) =>
        {
            var content = new StreamContent(stream);
            content.Headers.ContentType = mediaType is null ? null : new MediaTypeHeaderValue(mediaType);
            change?.Invoke(content.Headers);
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content });
        });

    public static async Task<string> ReadTextAsync(this FmeDownload download)
    {
        using var reader = new StreamReader(download.Content);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
