using System.Net;
using System.Text.RegularExpressions;

namespace FmeTyped.Reliability.Tests.Fuzz;

/// <summary>
/// A server's right answers, taken down once and given again without the server, which is many times as fast. What was not taken down the server answers.
/// </summary>
internal sealed partial class Recording(HttpMessageHandler server) : DelegatingHandler(server)
{
    private readonly Dictionary<string, List<(HttpStatusCode Status, byte[] Body, (string Name, string Value)[] Headers)>> _answers = [];
    private readonly Dictionary<string, int> _given = [];

    /// <summary>Whether answers are given again, and no longer taken down.</summary>
    public bool IsComplete { get; set; }

    /// <summary>Begins again with the first answer to each request.</summary>
    public void Rewind() => _given.Clear();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string key = MadeUpNames().Replace($"{request.Method} {request.RequestUri!.PathAndQuery}", "*");
        if (IsComplete && _answers.TryGetValue(key, out var answers))
        {
            if (request.Content is { } content)
            {
                await content.CopyToAsync(Stream.Null, cancellationToken).ConfigureAwait(false);
            }

            int index = _given.GetValueOrDefault(key);
            _given[key] = index + 1;
            return Give(answers[Math.Min(index, answers.Count - 1)]);
        }

        HttpResponseMessage answer = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (!IsComplete)
        {
            byte[] body = await answer.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            (string, string)[] headers =
                [.. answer.Headers.Concat(answer.Content.Headers).SelectMany(header => header.Value.Select(value => (header.Key, value)))];
            if (!_answers.TryGetValue(key, out List<(HttpStatusCode, byte[], (string, string)[])>? list))
            {
                _answers[key] = list = [];
            }

            list.Add((answer.StatusCode, body, headers));
        }

        return answer;
    }

    private static HttpResponseMessage Give((HttpStatusCode Status, byte[] Body, (string Name, string Value)[] Headers) recorded)
    {
        var answer = new HttpResponseMessage(recorded.Status) { Content = new ByteArrayContent(recorded.Body) };
        foreach ((string name, string value) in recorded.Headers)
        {
            if (!answer.Headers.TryAddWithoutValidation(name, value))
            {
                answer.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return answer;
    }

    [GeneratedRegex("[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex MadeUpNames();
}
