using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using FmeTyped.Tool.Jobs;
using FmeTyped.Tool.Servers;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Commands;

/// <summary><c>fmetyped jobs</c>: the jobs of a server.</summary>
internal static class JobsCommand
{
    public static ToolCommand Create(Output output, TimeProvider time)
    {
        var failed = new Option<bool>("--failed") { Description = "Only jobs that failed." };
        var since = new Option<TimeSpan?>("--since")
        {
            Description = "Only jobs submitted within this time, such as 30m, 18h or 7d; with --failed, only jobs that ended within it.",
            HelpName = "time",
            CustomParser = ParseTime,
        };
        var explain = new Option<bool>("--explain") { Description = "Explain from the log why each failed job failed." };
        var watch = new Option<bool>("--watch") { Description = "Follow the jobs until Ctrl+C: those that are active, and those that ended last." };
        var repository = new Option<string?>("--repository") { Description = "Only jobs of this repository.", HelpName = "name" };
        var workspace = new Option<string?>("--workspace") { Description = "Only jobs of this workspace.", HelpName = "name" };
        var server = new ServerOptions();
        var command = new Command("jobs", "List the jobs of a server, newest first.") { failed, since, explain, watch, repository, workspace };
        server.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(watch) && (result.GetValue(explain) || Reporting.IsJson(result)))
            {
                result.AddError("--watch follows jobs for people; leave out --explain and --json.");
            }
        });
        command.SetReport(output, (arguments, used, cancellationToken) =>
        {
            DateTimeOffset? from = arguments.GetValue(since) is { } age ? time.GetUtcNow() - age : null;
            bool onlyFailed = arguments.GetValue(failed);
            var query = new FmeJobQuery
            {
                States = onlyFailed ? FmeJobStates.Failed : FmeJobStates.All,
                Repository = arguments.GetValue(repository),
                Workspace = arguments.GetValue(workspace),
                FinishedFrom = onlyFailed ? from : null,
                SubmittedFrom = onlyFailed ? null : from,
            };
            ServerTarget target = server.Find(arguments, output);
            return arguments.GetValue(watch)
                ? WatchAsync(target, query, used, time, cancellationToken)
                : ListAsync(target, query, arguments.GetValue(explain), used, time, cancellationToken);
        });
        return new ToolCommand(
            command,
            [
                "fmetyped jobs --failed --since 18h --explain",
                "fmetyped jobs --repository Samples --workspace austinDownload.fmw",
                "fmetyped jobs --watch",
            ],
            ["0    the jobs are listed; with --watch, the watching was stopped", "3    the server could not be reached"]);
    }

    private static Task<Report> ListAsync(
        ServerTarget target, FmeJobQuery query, bool explains, Output output, TimeProvider time, CancellationToken cancellationToken) =>
        WorkStatus.RunAsync<Report>(output, "Reading jobs", async progress =>
        {
            using FmeFlowClient client = target.CreateClient();
            return await new JobReader(client, time).ReadAsync(query, explains, progress, cancellationToken).ConfigureAwait(false);
        });

    private static async Task<Report> WatchAsync(
        ServerTarget target, FmeJobQuery query, Output output, TimeProvider time, CancellationToken cancellationToken)
    {
        using FmeFlowClient client = target.CreateClient();
        await new JobWatch(new JobReader(client, time), query, time, output).RunAsync(cancellationToken).ConfigureAwait(false);
        return Report.Nothing;
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
