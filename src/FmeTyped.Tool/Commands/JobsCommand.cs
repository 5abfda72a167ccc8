using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using FmeTyped.Tool.Servers;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Commands;

/// <summary><c>fmetyped jobs</c>: the jobs of a server, newest first.</summary>
internal static class JobsCommand
{
    public static ToolCommand Create(Output output)
    {
        var failed = new Option<bool>("--failed") { Description = "Only jobs that failed." };
        var since = new Option<TimeSpan?>("--since")
        {
            Description = "Only jobs submitted within this time, such as 30m, 18h or 7d; with --failed, only jobs that ended within it.",
            HelpName = "time",
            CustomParser = ParseTime,
        };
        var explain = new Option<bool>("--explain") { Description = "Explain from the log why each failed job failed." };
        var repository = new Option<string?>("--repository") { Description = "Only jobs of this repository.", HelpName = "name" };
        var workspace = new Option<string?>("--workspace") { Description = "Only jobs of this workspace.", HelpName = "name" };
        var server = new ServerOptions();
        var command = new Command("jobs", "List the jobs of a server, newest first.") { failed, since, explain, repository, workspace };
        server.AddTo(command);
        command.SetAction((arguments, cancellationToken) =>
        {
            DateTimeOffset? from = arguments.GetValue(since) is { } time ? TimeProvider.System.GetUtcNow() - time : null;
            bool onlyFailed = arguments.GetValue(failed);
            var query = new FmeJobQuery
            {
                States = onlyFailed ? FmeJobStates.Failed : FmeJobStates.All,
                Repository = arguments.GetValue(repository),
                Workspace = arguments.GetValue(workspace),
                FinishedFrom = onlyFailed ? from : null,
                SubmittedFrom = onlyFailed ? null : from,
            };
            return RunAsync(server.Find(arguments, output), query, arguments.GetValue(explain), output, cancellationToken);
        });
        return new ToolCommand(
            command,
            ["fmetyped jobs --failed --since 18h --explain", "fmetyped jobs --repository Samples --workspace austinDownload.fmw"],
            ["0    the jobs are listed", "3    the server could not be reached"]);
    }

    private static async Task<int> RunAsync(ServerTarget target, FmeJobQuery query, bool explains, Output output, CancellationToken cancellationToken)
    {
        using FmeFlowClient client = target.CreateClient();
        FmeJobList jobs = client.ListJobsAsync(query, cancellationToken);
        int count = 0;
        await foreach (FmeJobRecord job in jobs.ConfigureAwait(false))
        {
            count++;
            output.Line(string.Create(
                CultureInfo.InvariantCulture,
                $"{job.Id}  {job.Status}  {job.Repository}/{job.Workspace}  {job.TimeFinished ?? job.TimeStarted ?? job.TimeSubmitted:u}  "
                    + $"{job.StatusMessage?.ReplaceLineEndings(" ")}").TrimEnd());
            if (explains && (job.Status.IsFailure || job.ResultStatus is { IsFailure: true }))
            {
                FmeJobExplanation why = await client.GetJob(job.Id).ExplainAsync(cancellationToken).ConfigureAwait(false);
                foreach (string line in why.ToString().TrimEnd().Split('\n'))
                {
                    output.Line($"    {line}");
                }
            }
        }

        output.Problem(count == 1 ? "1 job." : $"{count} jobs.");
        if (jobs.MayLackJobs)
        {
            output.Problem("The list changed while it was read, so jobs may be missing.");
        }

        return ExitCode.Success;
    }

    private static TimeSpan? ParseTime(ArgumentResult argument)
    {
        string text = argument.Tokens[0].Value;
        if (text.Length > 1 && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count <= 36500)
        {
            switch (text[^1])
            {
                case 'm': return TimeSpan.FromMinutes(count);
                case 'h': return TimeSpan.FromHours(count);
                case 'd': return TimeSpan.FromDays(count);
            }
        }

        argument.AddError($"'{text}' is not a time such as 30m, 18h or 7d.");
        return null;
    }
}
