using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using FmeTyped.Metadata;
using FmeTyped.Tool.Requests;
using FmeTyped.Tool.SchemaFiles;
using FmeTyped.Tool.Servers;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Commands;

/// <summary><c>fmetyped run</c>: runs a workspace of the schema file, and reports the outcome.</summary>
internal static class RunCommand
{
    public static ToolCommand Create(Output output)
    {
        var workspace = new Argument<string>("workspace") { Description = "The workspace, such as Samples/austinDownload.fmw." };
        var values = new Argument<string[]>("values")
        {
            Description = "Published parameters as NAME=VALUE. Values of a list are separated by commas, or given one by one; NAME= is blank. "
                + "NAME=@PATH uploads a local file; secrets are NAME=@env:VARIABLE, or NAME=@- for a line of standard input.",
            HelpName = "name=value",
            Arity = ArgumentArity.ZeroOrMore,
        };
        values.Validators.Add(CommonOptions.RefuseOptions);
        Option<string> schema = CommonOptions.Schema();
        var queue = new Option<string?>("--queue") { Description = "The job queue; by default the server decides.", HelpName = "name" };
        var noWait = new Option<bool>("--no-wait") { Description = "Print the job's id, and do not wait for the job to end." };
        var json = new Option<bool>("--json") { Description = "Print the result as JSON." };
        var server = new ServerOptions();
        var command = new Command("run", "Run a workspace, checked against the schema file before anything is sent.")
            { workspace, values, schema, queue, noWait, json };
        server.AddTo(command);
        command.SetAction((arguments, cancellationToken) =>
        {
            ServerTarget target = server.Find(arguments, output);
            FmeWorkspaceDescriptor descriptor = RequestArguments.FindWorkspace(
                SchemaDocument.Read(arguments.GetRequiredValue(schema)).MustBeSound(), arguments.GetRequiredValue(workspace));
            IFmeRequest request = RequestArguments.Read(descriptor, arguments.GetValue(values) ?? [], new SecretInput(output));
            return RunAsync(target, request, arguments.GetValue(queue), !arguments.GetValue(noWait), arguments.GetValue(json), output, cancellationToken);
        });
        return new ToolCommand(
            command,
            [
                "fmetyped run Samples/austinDownload.fmw THEMES=airports,cenart MAXY=42",
                "fmetyped run City/import.fmw SOURCE=@roads.zip PASSWORD=@env:CITY_PASSWORD --queue Night",
                "fmetyped run Samples/austinDownload.fmw --no-wait",
            ],
            [
                "0    the job succeeded; with --no-wait, it was submitted",
                "1    the job failed or was cancelled",
                "2    it is not known whether a job was submitted, or how it ended: check before you run it again",
                "3    the server could not be reached; a job whose id was printed continues",
                "130  interrupted; a job whose id was printed continues",
            ]);
    }

    private static async Task<int> RunAsync(
        ServerTarget target, IFmeRequest request, string? queue, bool waits, bool asJson, Output output, CancellationToken cancellationToken)
    {
        using FmeFlowClient client = target.CreateClient();
        FmeJob job = await SubmitAsync(client, request, queue, output, cancellationToken).ConfigureAwait(false);
        if (!waits)
        {
            Print(asJson, $"{job.Id}", json => json.WriteNumber("id", job.Id), output);
            return ExitCode.Success;
        }

        // Before the wait, so that the id stays on the screen if the wait is interrupted.
        output.Problem($"{job} of {request.Descriptor} was submitted.");
        FmeJobResult result = await WaitAsync(job, asJson ? output with { Terminal = null } : output, cancellationToken).ConfigureAwait(false);
        if (result.Succeeded)
        {
            Print(asJson, Describe(result), json => Write(json, result, result.StatusMessage), output);
            return ExitCode.Success;
        }

        // The server's message about a failure can contain a secret; the explanation masks it.
        FmeJobExplanation? why = await ExplainAsync(job, output, cancellationToken).ConfigureAwait(false);
        Print(asJson, Describe(result), json => Write(json, result, why?.Result.StatusMessage), output);
        if (why is not null)
        {
            output.Problems(why.ToString().TrimEnd().Split('\n'));
        }

        return ExitCode.Partly;
    }

    private static async Task<FmeJob> SubmitAsync(FmeFlowClient client, IFmeRequest request, string? queue, Output output, CancellationToken cancellationToken)
    {
        string? uploading = null;
        var options = new FmeRunOptions
        {
            Queue = queue,
            UploadProgress = new ImmediateProgress<FmeUploadProgress>(progress =>
            {
                if (progress.File != uploading)
                {
                    uploading = progress.File;
                    output.Problem($"Uploading {uploading}");
                }
            }),
        };
        try
        {
            return await client.SubmitAsync(request, options, cancellationToken).ConfigureAwait(false);
        }
        catch (FmeSubmissionUnknownException unknown)
        {
            output.Problem($"{unknown.Message.ReplaceLineEndings(" ")} Searching for the job.");
            return await FindAsync(client, unknown, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new ToolException("Interrupted while the job was being submitted; fmetyped jobs shows whether it exists.", ExitCode.Interrupted);
        }
    }

    private static async Task<FmeJob> FindAsync(FmeFlowClient client, FmeSubmissionUnknownException submission, CancellationToken cancellationToken)
    {
        try
        {
            return await client.FindSubmissionAsync(submission, cancellationToken).ConfigureAwait(false)
                ?? throw new ToolException("No job was submitted: none of the server's jobs is it. Run it again.", ExitCode.Unreachable);
        }
        catch (FmeSubmissionUnknownException unknown)
        {
            throw new ToolException(
                $"It is not known whether a job was submitted. {unknown.Message} Check with fmetyped jobs before you run it again.", ExitCode.Severe);
        }
    }

    private static async Task<FmeJobResult> WaitAsync(FmeJob job, Output output, CancellationToken cancellationToken)
    {
        string follow = $"Follow it with fmetyped jobs and fmetyped log {job.Id}, or end it with fmetyped cancel {job.Id}.";
        try
        {
            return await JobProgress.RunAsync(
                output,
                job.ToString(),
                progress => job.WaitAsync(new FmeWaitOptions { Timeout = Timeout.InfiniteTimeSpan, ThrowOnFailure = false, Progress = progress },
                    cancellationToken)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new ToolException($"Stopped waiting; {job} continues. {follow}", ExitCode.Interrupted);
        }
        catch (FmeException fault)
        {
            throw new ToolException(
                $"{fault.Message.ReplaceLineEndings(" ")} {job} may continue. {follow}",
                fault is FmeServerUnavailableException or FmeProtocolException ? ExitCode.Unreachable : ExitCode.Severe);
        }
    }

    private static async Task<FmeJobExplanation?> ExplainAsync(FmeJob job, Output output, CancellationToken cancellationToken)
    {
        try
        {
            return await job.ExplainAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (FmeException fault)
        {
            // It is still known that the job failed.
            output.Problem($"The reason for the failure could not be read: {fault.Message.ReplaceLineEndings(" ")} Try fmetyped log {job.Id}.");
            return null;
        }
    }

    private static string Describe(FmeJobResult result) => string.Create(
        CultureInfo.InvariantCulture,
        $"Job {result.Id}: {result.Status}{(result.FeatureCount is { } count ? $", {count} features written" : "")}"
            + $"{(result.WarningCount > 0 ? $", {result.WarningCount} warnings" : "")}");

    private static void Print(bool asJson, string line, Action<Utf8JsonWriter> writeMembers, Output output)
    {
        if (asJson)
        {
            JsonResult.Write(output, writeMembers);
        }
        else
        {
            output.Line(line);
        }
    }

    private static void Write(Utf8JsonWriter json, FmeJobResult result, string? message)
    {
        json.WriteNumber("id", result.Id);
        json.WriteString("status", result.Status.Text);
        json.WriteBoolean("succeeded", result.Succeeded);
        WriteIfKnown(json, "featuresWritten", result.FeatureCount);
        WriteIfKnown(json, "warnings", result.WarningCount);
        WriteIfKnown(json, "errors", result.ErrorCount);
        if (message is not null)
        {
            json.WriteString("message", message);
        }
    }

    private static void WriteIfKnown(Utf8JsonWriter json, string name, long? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(name, known);
        }
    }
}
