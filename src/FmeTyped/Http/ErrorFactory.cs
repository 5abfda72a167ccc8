using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text.Json;
using FmeTyped.Schema.Facts;

namespace FmeTyped;

/// <summary>Converts the failure of one call into an exception that says what to do.</summary>
/// <param name="context">Describes the operation, for errors.</param>
/// <param name="submission">The body, if the call submits a job; otherwise null.</param>
/// <param name="limit">The time limit of the call.</param>
/// <param name="redactor">Redacts secrets in texts.</param>
/// <param name="unauthorizedHint">What to do about a 401.</param>
internal readonly struct ErrorFactory(ErrorContext context, SubmissionContent? submission, TimeLimit limit, Redactor redactor, string unauthorizedHint)
{
    private const int LongestServerMessage = 500;

    /// <summary>The target of a redirect that the HttpClient followed; null if it followed none.</summary>
    public Uri? FollowedTo { get; init; }

    /// <summary>Whether this is a submission that may have reached the server, in part or in whole.</summary>
    public bool MayHaveArrived => submission is { WasStarted: true };

    /// <summary>Redacts this call's secrets in a text of the server: tokens, passwords, and secret parameters.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public string? Redact(string? text) => Redact(text, context.JobId);

    /// <summary>Redacts a text about a job, with the job's secrets too.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public string? Redact(string? text, long? job) => text is null ? null : redactor.Redact(text, job, submission?.Submission.FindSecrets());

    /// <summary>Redacts this call's secrets in the media type of a response.</summary>
    [return: NotNullIfNotNull(nameof(mediaType))]
    public string? RedactMediaType(string? mediaType) =>
        mediaType is null ? null : redactor.RedactMediaType(mediaType, context.JobId, submission?.Submission.FindSecrets());

    /// <summary>The server made a job of this submission. From now on, the submission's secrets are redacted in every text about the job.</summary>
    public void JobCreated(long job)
    {
        if (submission is not null)
        {
            redactor.Remember(job, submission.Submission.FindSecrets());
        }
    }

    /// <summary>The request got no response, or the response was cut off.</summary>
    public FmeException ConnectionLost(Exception cause)
    {
        Exception shown = Redacted(cause);
        if (submission is { WasRefused: true })
        {
            return Unknown(
                $"Could not {context.Operation}: something in the HttpClient's handlers tried to send the submission a second time, "
                    + "which would make a second job, and was stopped. "
                + "Turn off retries of POST for this client (with the standard resilience handler: Retry.DisableForUnsafeHttpMethods()), "
                    + "set AllowAutoRedirect to false, and give the server's final address. "
                + WhenUnknown,
                shown);
        }

        string reason = cause is OperationCanceledException
            ? limit.IsOver
                ? $"there was no response within {limit.Duration:c}."
                : "the HttpClient timed out before a response came. Set HttpClient.Timeout to Timeout.InfiniteTimeSpan and leave time limits to the options."
            : $"the connection failed. {Sentence.Ended(Redact(cause.Message))}";
        return MayHaveArrived
            ? Unknown($"Could not {context.Operation}: {reason} {WhenUnknown}", shown)
            : new FmeServerUnavailableException($"Could not {context.Operation}: {reason}", context, retryAfter: null, shown)
            {
                IsTimeLimit = cause is OperationCanceledException && limit.IsOver,
            };
    }

    /// <summary>Throws if one of the call's tokens is cancelled. The exception names the job, and a submission that may have arrived.</summary>
    public void ThrowIfCancelled(Exception? cause, CancellationToken token)
    {
        if (token.IsCancellationRequested)
        {
            string message = $"Could not {context.Operation}: the call was cancelled.";
            Exception? shown = cause is null ? null : Redacted(cause);
            throw new FmeOperationCanceledException(
                "The call was cancelled.",
                MayHaveArrived ? Unknown($"{message} {WhenUnknown}", shown) : new FmeException(message, context, shown),
                token);
        }
    }

    /// <summary>The response is a redirect.</summary>
    /// <param name="statusCode">The status of the response.</param>
    /// <param name="target">The target of the redirect.</param>
    /// <param name="isFollowed">Whether the HttpClient followed it, so that the status of the redirect is unknown.</param>
    public FmeException Redirected(HttpStatusCode statusCode, Uri? target, bool isFollowed = false)
    {
        string to = target is null ? "elsewhere" : $"to {WithoutQuery(target)}";
        string message = $"Could not {context.Operation}: the server redirects {to} ({Status(statusCode)}). "
            + "A redirected submission loses its body and the token, so none is followed. "
            + "Give the server's final address (https instead of http, or behind the login page).";

        // These ask for the same request at another address. Others, such as 303, can follow a submission that the server took: A017.
        bool isRefusal = !isFollowed && (int)statusCode is 301 or 302 or 307 or 308;
        return Responded(MayHaveArrived && !isRefusal ? Unknown($"{message} {WhenUnknown}") : new FmeException(message, context), statusCode);
    }

    /// <summary>The response has an error status.</summary>
    public FmeException Refused(ServerResponse response)
    {
        string? said = MessageOf(response);
        string start = $"Could not {context.Operation}: the server answered {Status(response.StatusCode)}{(said is null ? "." : $": {Sentence.Ended(said)}")}";
        FmeException error = (int)response.StatusCode switch
        {
            // A server that does not accept the user takes no submission: A017.
            401 => new FmeUnauthorizedException(
                $"{start} {unauthorizedHint}{(submission is null ? "" : " Nothing was submitted.")}{FollowedHint}", context),
            403 => new FmeForbiddenException(
                $"{start} Give the token's user the permission {context.Hints?.NeededPermission ?? "that is missing"}, or use another token.", context),
            404 => new FmeNotFoundException($"{start} {NotFoundHint}", context) { IsServersOwn = response.TryReadObject(out _) is not null },
            422 when submission?.Submission.WhenUnprocessable is { } meaning => new FmeParametersRefusedException($"{start} {meaning}", context),
            408 or 429 or 503 => new FmeServerUnavailableException($"{start} Try again later.", context, response.RetryAfter),
            >= 400 and < 500 => new FmeException(start, context),

            // Only the statuses above guarantee that no job was made: A017.
            _ when MayHaveArrived => Unknown($"{start} That does not say whether the server took the submission. {WhenUnknown}"),
            >= 500 => new FmeServerUnavailableException($"{start} Try again later.", context, response.RetryAfter),
            _ => new FmeException(start, context),
        };
        return Responded(error, response.StatusCode, said);
    }

    /// <summary>The response reports an error, but its status is a success or less specific.</summary>
    public FmeException Failed(ServerResponse response)
    {
        string? said = MessageOf(response);
        string message = $"Could not {context.Operation}: the server answered {Status(response.StatusCode)}, "
            + $"and that it failed{(said is null ? "." : $": {Sentence.Ended(said)}")}";
        return Responded(new FmeException(message, context), response.StatusCode, said);
    }

    /// <summary>The status is a success, but the response reports a failure.</summary>
    /// <param name="response">The response.</param>
    /// <param name="failure">What the response says about the failure.</param>
    public FmeException PartlyDone(ServerResponse response, string failure)
    {
        string said = Shortened(failure);
        string message = $"Could not {context.Operation}: the server answered {Status(response.StatusCode)}, and yet: {Sentence.Ended(said)}";
        return Responded(new FmeException(message, context), response.StatusCode, said);
    }

    /// <summary>The status is a success, but the body is not one of FME Flow's.</summary>
    /// <param name="response">The response.</param>
    /// <param name="missing">What is missing.</param>
    /// <param name="cause">Why the response could not be read.</param>
    public FmeException NotUnderstood(ServerResponse response, string missing = "JSON", Exception? cause = null)
    {
        string? said = MessageOf(response);
        if (response.IsHtml && HtmlPage.IsLogin(response.Text))
        {
            string login = $"Could not {context.Operation}: a login page answered{(said is null ? "" : $" ({said})")}. "
                + "Something in front of FME Flow asks for a login of its own; "
                + $"let the REST API pass there, or give an address that leads to FME Flow itself.{FollowedHint}";
            return Responded(new FmeUnauthorizedException(login, context), response.StatusCode, said);
        }

        string found = response switch
        {
            { IsHtml: true } => $"a web page{(said is null ? "" : $" ({said})")}",
            { Body.IsEmpty: true } => "nothing",
            { IsCutOff: true } => "more than fits",
            _ => "something else",
        };
        string message = $"Could not {context.Operation}: the server answered {Status(response.StatusCode)} with {found} where {missing} was expected.";
        Exception? shown = cause is null ? null : Redacted(cause);
        FmeException error = submission is null
            ? new FmeProtocolException($"{message} Is this the address of an FME Flow?{FollowedHint}", context, shown)
            : Unknown($"{message} {WhenUnknown}", shown);
        return Responded(error, response.StatusCode, said);
    }

    /// <summary>The response is the record of another job.</summary>
    public FmeException OfAnotherJob(ServerResponse response, long id)
    {
        string message = $"Could not {context.Operation}: the server answered {Status(response.StatusCode)} with the record of job {id}. "
            + "Something between here and FME Flow may answer from a cache.";
        return Responded(new FmeProtocolException(message, context), response.StatusCode);
    }

    /// <summary>The response arrived, and reading it failed in an unexpected way.</summary>
    public FmeException Unread(HttpStatusCode statusCode, Exception cause)
    {
        string message = $"Could not {context.Operation}: the server answered {Status(statusCode)}, and its answer could not be read.";
        FmeException error = submission is null
            ? new FmeProtocolException(message, context, Redacted(cause))
            : Unknown($"{message} {WhenUnknown}", Redacted(cause));
        return Responded(error, statusCode);
    }

    /// <summary>Redacts an exception of another library.</summary>
    public Exception Redacted(Exception cause)
    {
        ErrorFactory errors = this;
        return RedactedException.From(cause, errors.RedactError);
    }

    // What refuses a list of jobs may echo the parameters of any of them.
    private string RedactError(string text) => context.JobId is null && submission is null ? redactor.RedactOfAllJobs(text) : Redact(text);

    /// <summary>Creates the error with what the response says.</summary>
    private static FmeException Responded(FmeException error, HttpStatusCode statusCode, string? said = null)
    {
        error.StatusCode = statusCode;
        error.ServerMessage = said;
        return error;
    }

    private FmeSubmissionUnknownException Unknown(string message, Exception? cause = null)
    {
        SubmissionTrace? trace = submission?.Submission.Trace;
        if (submission is not null && trace is not null)
        {
            redactor.RememberLost(trace.CorrelationKey, submission.Submission.FindSecrets());
        }

        return new(message, context, trace, cause);
    }

    private string WhenUnknown => submission?.Submission.WhenUnknown ?? "";

    private string FollowedHint => FollowedTo is null
        ? ""
        : $" The HttpClient followed a redirect to {WithoutQuery(FollowedTo)}, which drops the token: give that address as the server's.";

    private string NotFoundHint => context.Hints?.NotFound is { } hint
        ? hint
        : submission is not null
        ? "Check the names of the repository and the workspace, and that the token's user may see them. "
            + "If the options set ApiVersion, the server has to have that version: "
            + "version 4 begins with FME Flow 2025.1, and version 3 ends with 2026.1."
        : context.JobId is not null
            ? "The job's record may have been deleted, or belong to another server."
            : "Check the names, and that the token's user may see what they stand for.";

    private string WithoutQuery(Uri target) => Redact(target.IsAbsoluteUri
        ? target.GetLeftPart(UriPartial.Path)
        : target.OriginalString.Split('?', '#')[0]);

    private static string Status(HttpStatusCode code) =>
        Enum.IsDefined(code) ? $"{(int)code} {code}" : $"{(int)code}";

    // Version 4 reports errors field by field.
    private static string DetailsOf(JsonElement body)
    {
        if (body.GetObject("details"u8) is not { } details)
        {
            return "";
        }

        var texts = new List<string>();
        foreach (JsonProperty detail in details.EnumerateObject())
        {
            texts.Add($"{detail.Name}: {detail.Value}");
        }

        return $" ({string.Join("; ", texts)})";
    }

    // A truncated record or a list does not help the reader, and may contain values of parameters.
    private static bool IsData(string text) => text.AsSpan().TrimStart() is ['{' or '[', ..];

    private string? MessageOf(ServerResponse response)
    {
        string text = response.IsHtml
            ? HtmlPage.TitleOf(response.Text)
            : response.TryReadObject(out _) is { } body
                ? (body.GetText("message"u8) ?? ServiceEnvelope.Find(body)?.Message) + DetailsOf(body)
                : response.IsSuccess && IsData(response.Text) ? "" : response.Text;

        text = Shortened(text);
        return text.Length == 0 ? null : text;
    }

    // An exception's message goes into logs and terminals. Redact before truncating, so that no part of a secret remains at the end.
    private string Shortened(string text)
    {
        text = ControlCharacters.Show(RedactError(text)).Trim();
        return text.Length > LongestServerMessage ? text[..LongestServerMessage] + "..." : text;
    }
}
