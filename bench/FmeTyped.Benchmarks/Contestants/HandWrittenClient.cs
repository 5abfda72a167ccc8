using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using FmeTyped.Benchmarks.Orders;

namespace FmeTyped.Benchmarks.Contestants;

/// <summary>
/// What a careful developer writes for this one workspace on version 4, without this library: the baseline. It does what FmeTyped does on the way of a call
/// that goes well: the token in the header, a time limit for each request beside the caller's token, a key that the job can be found by, a body that goes out
/// once, the server's words in errors, a server that holds its answer until the job has ended, growing pauses where it does not, and the same facts at the
/// end.
/// </summary>
internal sealed class HandWrittenClient(HttpClient http, Uri server, string token, bool holds = true)
{
    private const string Json = "application/json";

    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(100);
    private static readonly TimeSpan WaitTimeout = TimeSpan.FromHours(1);

    private readonly AuthenticationHeaderValue _token = new("fmetoken", $"token={token}");
    private readonly Uri _jobs = new(server, "/fmeapiv4/jobs");
    private readonly string _below = holds ? "/result?longPoll=true" : "";

    public async Task<HandWrittenResult> RunAsync(AustinDto order, CancellationToken cancellationToken)
    {
        long id = await SubmitAsync(order, cancellationToken).ConfigureAwait(false);
        return await WaitAsync(id, cancellationToken).ConfigureAwait(false);
    }

    public async Task<long> SubmitAsync(AustinDto order, CancellationToken cancellationToken)
    {
        string key = Guid.NewGuid().ToString("N");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(RequestTimeout);
        using var request = new HttpRequestMessage(HttpMethod.Post, _jobs) { Content = new OnceContent(order, key) };
        request.Headers.Authorization = _token;
        request.Headers.TryAddWithoutValidation("Accept", Json);
        using HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            throw await RefusedAsync("submit", response, limit.Token).ConfigureAwait(false);
        }

        using Stream body = await response.Content.ReadAsStreamAsync(limit.Token).ConfigureAwait(false);
        using JsonDocument answer = await JsonDocument.ParseAsync(body, default, limit.Token).ConfigureAwait(false);
        return answer.RootElement.GetProperty("id"u8).GetInt64();
    }

    public async Task<HandWrittenResult> WaitAsync(long id, CancellationToken cancellationToken)
    {
        var url = new Uri($"{_jobs}/{id}{_below}");
        long start = TimeProvider.System.GetTimestamp();
        for (TimeSpan delay = TimeSpan.FromMilliseconds(250); ;)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(RequestTimeout);
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            request.Headers.Authorization = _token;
            request.Headers.TryAddWithoutValidation("Accept", Json);
            using HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                throw await RefusedAsync($"read job {id}", response, limit.Token).ConfigureAwait(false);
            }

            using Stream body = await response.Content.ReadAsStreamAsync(limit.Token).ConfigureAwait(false);
            using JsonDocument answer = await JsonDocument.ParseAsync(body, default, limit.Token).ConfigureAwait(false);
            JsonElement job = answer.RootElement;
            string status = job.GetProperty("status"u8).GetString()!;
            if (status is "success" or "failure" or "cancelled" or "aborted")
            {
                HandWrittenResult result = ReadEnd(id, status, job);
                return status == "success" ? result : throw new HttpRequestException($"Job {id} ended as {status}: {result.StatusMessage}");
            }

            if (TimeProvider.System.GetElapsedTime(start) + delay > WaitTimeout)
            {
                throw new TimeoutException($"Job {id} did not end within {WaitTimeout}.");
            }

            await Task.Delay(delay, cancellationToken).ConfigureAwait(false);
            delay = TimeSpan.FromTicks(Math.Min((long)(delay.Ticks * 1.5), TimeSpan.FromSeconds(5).Ticks));
        }
    }

    public static HandWrittenResult ReadEnd(long id, string status, JsonElement job) => new()
    {
        Id = id,
        Status = status,
        StatusMessage = TextOf(job, "statusMessage"u8),
        FeatureCount = NumberOf(job, "featureOutputCount"u8),
        WarningCount = NumberOf(job, "warningCount"u8),
        ErrorCount = NumberOf(job, "errorCount"u8),
        TimeQueued = TimeOf(job, "timeQueued"u8),
        TimeStarted = TimeOf(job, "timeStarted"u8),
        TimeFinished = TimeOf(job, "timeFinished"u8),
    };

    private static async Task<HttpRequestException> RefusedAsync(string operation, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        string said = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        return new HttpRequestException($"Could not {operation}: the server answered {(int)response.StatusCode}: {said}", null, response.StatusCode);
    }

    private static string? TextOf(JsonElement job, ReadOnlySpan<byte> name) =>
        job.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static long? NumberOf(JsonElement job, ReadOnlySpan<byte> name) =>
        job.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetInt64() : null;

    private static DateTimeOffset? TimeOf(JsonElement job, ReadOnlySpan<byte> name) =>
        job.TryGetProperty(name, out JsonElement value) && value.TryGetDateTimeOffset(out DateTimeOffset time) ? time : null;

    /// <summary>A body in pooled memory that refuses to be sent again.</summary>
    private sealed class OnceContent : HttpContent
    {
        private readonly PooledBytes _body = new();
        private bool _wasSent;

        public OnceContent(AustinDto order, string key)
        {
            using (var json = new Utf8JsonWriter(_body))
            {
                HandWrittenBody.V4.Write(json, "Samples", "austinDownload.fmw", order, key);
            }

            Headers.TryAddWithoutValidation("Content-Type", Json);
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            if (_wasSent)
            {
                throw new InvalidOperationException("The submission was sent already; sending it again would make a second job.");
            }

            _wasSent = true;
            return stream.WriteAsync(_body.Written, cancellationToken).AsTask();
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _body.Written.Length;
            return true;
        }

        protected override void Dispose(bool disposing)
        {
            _body.Dispose();
            base.Dispose(disposing);
        }
    }

    private sealed class PooledBytes : IBufferWriter<byte>, IDisposable
    {
        private byte[] _bytes = ArrayPool<byte>.Shared.Rent(1024);
        private int _length;

        public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

        public void Advance(int count) => _length += count;

        public Memory<byte> GetMemory(int sizeHint = 0)
        {
            if (_bytes.Length - _length < Math.Max(sizeHint, 1))
            {
                byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(2 * _bytes.Length, _length + sizeHint));
                Written.CopyTo(larger);
                Return();
                _bytes = larger;
            }

            return _bytes.AsMemory(_length);
        }

        public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

        public void Dispose()
        {
            Return();
            _bytes = [];
        }

        private void Return()
        {
            if (_bytes.Length > 0)
            {
                _bytes.AsSpan(0, _length).Clear();
                ArrayPool<byte>.Shared.Return(_bytes);
            }
        }
    }
}
