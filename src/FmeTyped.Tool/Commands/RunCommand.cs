using System.CommandLine;
using FmeTyped.Tool.Jobs;
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
        var dryRun = new Option<bool>("--dry-run")
        {
            Description = "Print what would be sent, with secrets masked, and send nothing. Only the server's build is asked for, and not with --api v3 or v4.",
        };
        var noInput = new Option<bool>("--no-input") { Description = "Ask for nothing at a terminal; what is missing is an error." };
        var server = new ServerOptions();
        var command = new Command("run", "Run a workspace, checked against the schema file before anything is sent.")
            { workspace, values, schema, queue, noWait, dryRun, noInput };
        server.AddTo(command);
        command.SetReport(output, async Task<Report> (arguments, used, cancellationToken) =>
        {
            ServerTarget target = server.Find(arguments, output);
            FmeWorkspaceDescriptor descriptor = RequestArguments.FindWorkspace(
                SchemaDocument.Read(arguments.GetRequiredValue(schema)).MustBeSound(), arguments.GetRequiredValue(workspace));
            bool isDryRun = arguments.GetValue(dryRun);
            var secrets = new SecretInput(output, isDryRun);
            RequestArguments given = RequestArguments.Read(descriptor, arguments.GetValue(values) ?? [], secrets);
            if (used is { Terminal: not null, Keyboard: { } keyboard } && !arguments.GetValue(noInput))
            {
                await new RequestPrompts(keyboard, secrets).AskAsync(given, cancellationToken).ConfigureAwait(false);
            }

            IFmeRequest request = given.ToRequest();
            if (isDryRun)
            {
                return await DryRun.RunAsync(target, request, arguments.GetValue(queue), cancellationToken).ConfigureAwait(false);
            }

            using FmeFlowClient client = target.CreateClient();
            return await new JobRun(client, used).RunAsync(request, arguments.GetValue(queue), !arguments.GetValue(noWait), cancellationToken)
                .ConfigureAwait(false);
        });
        return new ToolCommand(
            command,
            [
                "fmetyped run Samples/austinDownload.fmw THEMES=airports,cenart MAXY=42",
                "fmetyped run City/import.fmw SOURCE=@roads.zip PASSWORD=@env:CITY_PASSWORD --queue Night",
                "fmetyped run Samples/austinDownload.fmw --no-wait",
                "fmetyped run Samples/austinDownload.fmw MAXY=42 --dry-run",
            ],
            [
                "0    the job succeeded; with --no-wait, it was submitted; with --dry-run, it could be",
                "1    the job failed or was cancelled",
                "2    it is not known whether a job was submitted, or how it ended: check before you run it again",
                "3    the server could not be reached; a job whose id was printed continues",
                "130  interrupted; a job whose id was printed continues",
            ]);
    }
}
