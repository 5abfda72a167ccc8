using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;

namespace FmeTyped.AI;

/// <summary>Reports how jobs stand: those of its tools only, and no others of the server.</summary>
internal sealed class StatusTool(string name, JobDesk desk, FmeToolOptions options) : FmeTool
{
    private const int MostListed = 50;

    public override string Name => name;

    public override string Description =>
        "Reports how a job of these tools stands on FME Flow, and what came of it. Without a job, it lists the jobs of these tools.";

    public override JsonElement JsonSchema { get; } =
        JobArgument.SchemaOf("The job's id, or the key of a submission whose response was lost. When left out, all jobs are listed.", isRequired: false);

    public override FmeToolKind Kind => FmeToolKind.Status;

    public override async Task<FmeToolResult> CallAsync(IReadOnlyDictionary<string, object?> arguments, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        if (!JobArgument.TryRead(arguments, out string? id, out string problem))
        {
            return new FmeToolResult(problem, isError: true);
        }

        if (id is null)
        {
            return new FmeToolResult(List(), isError: false);
        }

        if (desk.Find(id) is not { } job)
        {
            return new FmeToolResult(JobArgument.Unknown(id), isError: true);
        }

        try
        {
            if (!await desk.ClearUpAsync(job, cancellationToken).ConfigureAwait(false))
            {
                return new FmeToolResult("No job was made by that submission. It can be run again.", isError: false);
            }

            return new FmeToolResult(
                (await JobReport.CreateAsync(job, Name, options, cancellationToken).ConfigureAwait(false)).Text, isError: false);
        }
        catch (FmeSubmissionUnknownException)
        {
            return new FmeToolResult($"It is still not known whether the submission {job.Id} made a job. Do not run it again; ask again later.", isError: true);
        }
        catch (FmeException error) when (error is FmeJobPurgedException or FmeNotFoundException)
        {
            job.IsOver = true;
            return new FmeToolResult($"{job}: FME Flow has no record of it any more, so it is not known how it ended.", isError: true);
        }
        catch (FmeException error)
        {
            (options.Logger ?? NullLogger.Instance).Failed(error, job.Workspace.ToString());
            return new FmeToolResult($"{job}: how it stands is not known now. {TroubleText.From(error)}", isError: true);
        }
    }

    private string List()
    {
        IReadOnlyList<StartedJob> jobs = desk.Jobs;
        return jobs.Count == 0
            ? "These tools have started no jobs yet."
            : "The last jobs of these tools:\n" + string.Join('\n', jobs.TakeLast(MostListed).Select(job =>
                $"{job}: {(job.IsOver ? "has ended" : job.Job is null ? "it is not known whether there is a job" : "had not ended when last asked")}"));
    }
}
