using System.Globalization;

namespace FmeTyped.Testing;

/// <summary>A request that the emulator received.</summary>
public sealed class FmeRecordedRequest
{
    internal FmeRecordedRequest(string method, string path, string body, int? statusCode, IReadOnlyList<string> problems)
    {
        Method = method;
        Path = path;
        Body = body;
        StatusCode = statusCode;
        Problems = problems;
    }

    /// <summary>The HTTP method, such as <c>POST</c>.</summary>
    public string Method { get; }

    /// <summary>Path and query as they were sent, still percent-encoded. A token or a password in the query is replaced by <c>***</c>.</summary>
    public string Path { get; }

    /// <summary>The body as text; empty if there was none. A token or a password in a form is replaced by <c>***</c>.</summary>
    public string Body { get; }

    /// <summary>The status code of the response; null until there is one.</summary>
    public int? StatusCode { get; }

    /// <summary>
    /// What is wrong with the request, or would be on another server: the reason for a refusal, and errors that were accepted anyway,
    /// such as a parameter name that the workspace does not publish. A test can assert that there is none.
    /// </summary>
    public IReadOnlyList<string> Problems { get; }

    /// <summary>Returns method, path and status code. The query and the body may contain secrets and are left out.</summary>
    public override string ToString() =>
        $"{Method} {Path.Split('?')[0]} -> {StatusCode?.ToString(CultureInfo.InvariantCulture) ?? "no response yet"}";
}
