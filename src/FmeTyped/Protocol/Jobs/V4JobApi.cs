using System.Net;
using System.Text.Json;

namespace FmeTyped;

/// <summary>REST API version 4: its paths, and what its statuses mean. None of its paths may end in a slash.</summary>
internal sealed class V4JobApi(ServerConnection connection, ServerBuild build) : JobApi(connection)
{
    private const string Jobs = "/fmeapiv4/jobs";

    public override async Task<FmeJobResult> TransactAsync(Submission submission, TimeSpan timeout, CancellationToken cancellationToken)
    {
        ErrorContext context = ErrorContext.Transacting(submission.Name);
        Check(submission, context, isWaiting: true);
        int number = await build.GetAsync(timeout, cancellationToken).ConfigureAwait(false);
        if (number < FirstV4Build.ForTransact)
        {
            throw new FmeNotSupportedException(
                $"Could not {context.Operation}: REST API version 4 has no waiting call before build {FirstV4Build.ForTransact}, and this server is build {number}. "
                + "Nothing was submitted. Use RunAsync.",
                context);
        }

        return await base.TransactAsync(submission, timeout, cancellationToken).ConfigureAwait(false);
    }

    protected override void Check(Submission submission, ErrorContext context, bool isWaiting)
    {
        FmeRunOptions options = submission.Options;
        if (options.Description is not null)
        {
            throw NotSupported(nameof(options.Description), $"Put it into {nameof(options.Directives)}.");
        }

        if (options.Priority is not null)
        {
            throw NotSupported(nameof(options.Priority), $"Use {nameof(options.Queue)}.");
        }

        if (options.MaximumTotalLifetime is not null && !isWaiting)
        {
            throw NotSupported(
                $"{nameof(options.MaximumTotalLifetime)} for a job that is not waited for in the same call",
                $"Use {nameof(options.MaximumQueueTime)} and {nameof(options.MaximumRunTime)}, or TransactAsync.");
        }

        FmeNotSupportedException NotSupported(string what, string advice) =>
            new($"Could not {context.Operation}: REST API version 4 has no {what}. Nothing was submitted. {advice}", context);
    }

    protected override string SubmitPath(Submission submission) => Jobs;

    protected override string TransactPath(Submission submission) => $"{Jobs}/sync";

    protected override string JobPath(long id) => $"{Jobs}/{id}";

    protected override void WriteBody(Utf8JsonWriter json, Submission submission) => V4Body.Write(json, submission);

    protected override FmeJobRecord? ReadRecord(JsonElement json) => V4Records.ReadRecord(json);

    protected override FmeJobResult? ReadResult(JsonElement json) => V4Records.ReadResult(json);

    // 422 stands for a job that has ended and for one that is not known, so the record has to tell.
    protected override Task<bool> TryCancelAsync(long id, CancellationToken cancellationToken) => TryCancelAsync(
        id,
        HttpMethod.Post,
        $"{JobPath(id)}/cancel",
        status => status is HttpStatusCode.UnprocessableEntity or HttpStatusCode.NotFound,
        cancellationToken);
}
