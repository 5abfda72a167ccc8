using System.Globalization;
using System.Net;
using System.Text.Json;

namespace FmeTyped;

/// <summary>The server's build number. It is requested once, however many calls need it at the same time; a failure is not cached.</summary>
internal sealed class ServerBuild(ServerConnection connection)
{
    /// <summary>The path for the server's build, outside both versions of the REST API.</summary>
    public const string VersionPath = "/fmeinfo/version";

    private const string Build = "Build ";
    private const string V3Info = "/fmerest/v3/info";
    private const string V4Liveness = "/fmeapiv4/healthcheck/liveness";

    private static readonly ErrorContext Asking = new("find out the server's version");

    private readonly object _gate = new();
    private Task<int>? _asking;

    /// <summary>The build number; the highest possible one if the server does not report it, but has version 4 and no version 3: A025.</summary>
    /// <param name="atMost">How long to wait for it.</param>
    /// <param name="cancellationToken">Stops this caller's wait, but not the request, for which others may wait.</param>
    public async Task<int> GetAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return await AskOnce().WaitAsync(atMost, connection.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException timeout)
        {
            throw new FmeServerUnavailableException($"Could not {Asking.Operation}: no response within {atMost:c}.", Asking, retryAfter: null, timeout);
        }
    }

    private Task<int> AskOnce()
    {
        lock (_gate)
        {
            if (_asking is null or { IsFaulted: true })
            {
                // Not on this thread, which holds the lock, and not with the caller's cancellation token, because other callers may join.
                _asking = Task.Run(AskAsync, CancellationToken.None);

                // All callers may have left before a failure arrives; it must not be reported as unobserved then.
                _asking.ContinueWith(
                    static asked => asked.Exception,
                    CancellationToken.None,
                    TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
                    TaskScheduler.Default);
            }

            return _asking;
        }
    }

    private async Task<int> AskAsync()
    {
        int number = await FindAsync().ConfigureAwait(false);
        Log.BuildFound(connection.Logger, number);
        return number;
    }

    private async Task<int> FindAsync()
    {
        if (await ReadAsync(VersionPath).ConfigureAwait(false) is { } version
            && (NumberIn(version, "buildNumber"u8) ?? BuildIn(version.GetText("buildString"u8))) is { } number)
        {
            return number;
        }

        if (await ReadAsync(V3Info).ConfigureAwait(false) is { } info && BuildIn(info.GetText("build"u8)) is { } build)
        {
            return build;
        }

        return await ReadAsync(V4Liveness).ConfigureAwait(false) is { } health && health.GetText("status"u8) is not null
            ? int.MaxValue
            : throw new FmeProtocolException(
                $"Could not {Asking.Operation}: none of {VersionPath}, {V3Info} and {V4Liveness} answers as an FME Flow does. Is this the address of one? "
                + "If something in front of it lets the REST API pass and not these, "
                    + $"set {nameof(FmeApiVersion)}.{nameof(FmeApiVersion.V3)} or {nameof(FmeApiVersion.V4)} in the options.",
                Asking);
    }

    // Null means a response without a build, such as a proxy's 404. A temporary error, or a request for a login, decides nothing.
    private async Task<JsonElement?> ReadAsync(string path)
    {
        HttpCall call = connection.Prepare(Asking, HttpMethod.Get, path, "application/json", connection.RequestTimeout, content: null, CancellationToken.None);
        return await call.ReadAsync(Read).ConfigureAwait(false);
    }

    private static JsonElement? Read(HttpCall call, ServerResponse response)
    {
        if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.RequestTimeout
            or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError)
        {
            throw call.Errors.Refused(response);
        }

        if (response is { IsSuccess: true, IsHtml: true } && HtmlPage.IsLogin(response.Text))
        {
            throw call.Errors.NotUnderstood(response);
        }

        return response.IsSuccess ? response.TryReadObject(out _) : null;
    }

    /// <summary>A build number on its own.</summary>
    public static int? NumberIn(JsonElement json, ReadOnlySpan<byte> name) =>
        json.GetInteger(name) is > 0 and <= int.MaxValue and { } number ? (int)number : null;

    /// <summary>
    /// A build number in a text, as in "FME Server 2023.0 - Build 23166 - linux-x64": a word of four to nine digits after the word "Build".
    /// </summary>
    public static int? BuildIn(string? text)
    {
        for (int at = IndexOfBuild(text, 0); at >= 0; at = IndexOfBuild(text, at + 1))
        {
            ReadOnlySpan<char> rest = text.AsSpan(at + Build.Length);
            int length = rest.IndexOfAnyExceptInRange('0', '9') is >= 0 and { } end ? end : rest.Length;
            if (length is >= 4 and <= 9 && (at == 0 || !IsOfWord(text![at - 1])) && (length == rest.Length || !IsOfWord(rest[length])))
            {
                return int.Parse(rest[..length], CultureInfo.InvariantCulture);
            }
        }

        return null;
    }

    private static int IndexOfBuild(string? text, int start) => text?.IndexOf(Build, start, StringComparison.OrdinalIgnoreCase) ?? -1;

    private static bool IsOfWord(char sign) => char.IsLetterOrDigit(sign) || sign == '_';
}
