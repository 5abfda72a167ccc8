using System.Net;
using System.Text;

namespace FmeTyped.TestKit;

/// <summary>A server without a socket: responds to the requests in order from a script, and records them.</summary>
public sealed class StubServer : HttpMessageHandler
{
    private readonly Queue<Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>> _answers = new();

    public List<(string Line, string? Authorization, string Body)> Requests { get; } = [];

    public IEnumerable<string> Lines => Requests.Select(request => request.Line);

    public StubServer Answer(HttpStatusCode status, string body = "", string mediaType = "application/json", Action<HttpResponseMessage>? change = null) =>
        Do((_, _) =>
        {
            var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, mediaType) };
            change?.Invoke(response);
            return Task.FromResult(response);
        });

    public StubServer Answer(string body) => Answer(HttpStatusCode.OK, body);

    public StubServer Status(params string[] statuses)
    {
        foreach (string status in statuses)
        {
            Answer($$"""{"id":42,"status":"{{status}}"}""");
        }

        return this;
    }

    public StubServer Fail(Exception exception) => Do((_, _) => throw exception);

    public StubServer Hang(Action? whenReached = null) => Do(async (_, cancellationToken) =>
    {
        whenReached?.Invoke();
        await Task.Delay(Timeout.Infinite, cancellationToken);
        throw new InvalidOperationException("A hanging response ends only by cancellation.");
    });

    public StubServer Do(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        _answers.Enqueue(answer);
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer;
        lock (_answers)
        {
            Requests.Add(($"{request.Method} {request.RequestUri!.PathAndQuery}", request.Headers.Authorization?.ToString(), body));
            answer = _answers.Dequeue();
        }

        HttpResponseMessage response = await answer(request, cancellationToken);
        response.RequestMessage = request;
        return response;
    }
}
