using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;

namespace FmeTyped.AI;

/// <summary>Cancels jobs: those of its tools only, and no others of the server.</summary>
internal sealed class CancelTool(string name, string statusTool, JobDesk desk, FmeToolOptions options) : FmeTool
{
    public override string Name => name;

    public override string Description => "Cancels a job of these tools on FME Flow, whether it is queued or running. What it has written by then stays.";

    public override JsonElement JsonSchema { get; } = JobArgument.SchemaOf("The job's id. Required.", isRequired: true);

    public override FmeToolKind Kind => FmeToolKind.Cancel;

    public override async Task<FmeToolResult> CallAsync(IReadOnlyDictionary<string, object?> arguments, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        if (!JobArgument.TryRead(arguments, out string? id, out string problem) || id is null)
        {
            return new FmeToolResult(problem.Length > 0 ? problem : $"{JobArgument.Name}: has to be set.", isError: true);
        }

        if (desk.Find(id) is not { } job)
        {
            return new FmeToolResult(JobArgument.Unknown(id), isError: true);
        }

        try
        {
            if (!await desk.ClearUpAsync(job, cancellationToken).ConfigureAwait(false))
            {
                return new FmeToolResult("No job was made by that submission, so there is nothing to cancel.", isError: false);
            }

            (options.Logger ?? NullLogger.Instance).Cancelled(job.Workspace.ToString(), job.Job!.Id);
            return await job.Job.CancelAsync(cancellationToken).ConfigureAwait(false)
                ? new FmeToolResult($"{job} was asked to stop, which it does soon. {statusTool} tells when it has.", isError: false)
                : new FmeToolResult($"{job} had ended already. {statusTool} tells how.", isError: true);
        }
        catch (FmeException error)
        {
            (options.Logger ?? NullLogger.Instance).Failed(error, job.Workspace.ToString());
            return new FmeToolResult($"{job}: it is not known whether it was cancelled. {TroubleText.From(error)}", isError: true);
        }
    }
}
