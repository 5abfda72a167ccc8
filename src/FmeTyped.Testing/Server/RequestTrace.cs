using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace FmeTyped.Testing;

/// <summary>A request in progress in the emulator, with its problems and its status. Thread-safe.</summary>
internal sealed class RequestTrace(string method, string path, bool isForm)
{
    private readonly object _gate = new();
    private readonly List<string> _problems = [];
    private string _body = "";
    private int? _statusCode;
    private bool _isBrokenOff;

    /// <summary>The body as it was sent.</summary>
    public string Body
    {
        get
        {
            lock (_gate)
            {
                return _body;
            }
        }

        set
        {
            lock (_gate)
            {
                _body = value;
            }
        }
    }

    /// <summary>The problems so far.</summary>
    public IReadOnlyList<string> Problems
    {
        get
        {
            lock (_gate)
            {
                return [.. _problems];
            }
        }
    }

    /// <summary>The trace of a request; the pipeline put it there.</summary>
    public static RequestTrace From(HttpContext http) => http.Features.GetRequiredFeature<RequestTrace>();

    public void Note(string problem)
    {
        lock (_gate)
        {
            _problems.Add(problem);
        }
    }

    public void End(int statusCode)
    {
        lock (_gate)
        {
            _statusCode = _isBrokenOff ? null : statusCode;
        }
    }

    /// <summary>Aborts the connection. A pending response is not sent.</summary>
    public void BreakOff(HttpContext http)
    {
        lock (_gate)
        {
            _isBrokenOff = true;
        }

        http.Abort();
    }

    public FmeRecordedRequest Record()
    {
        lock (_gate)
        {
            return new(method, path, isForm ? ShownValues.HideSecrets(_body) : _body, _statusCode, [.. _problems]);
        }
    }
}
