using System.CommandLine;
using FmeTyped.Schema.Model;
using FmeTyped.Tool.Masking;
using FmeTyped.Tool.Recording;
using FmeTyped.Tool.SchemaFiles;
using FmeTyped.Tool.Servers;
using FmeTyped.Tool.Serving;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Commands;

/// <summary><c>fmetyped record</c>: stands between a client and a server, and writes what they say to each other.</summary>
internal static class RecordCommand
{
    public static ToolCommand Create(Output output)
    {
        var server = new Option<string?>("--server")
        {
            Description = $"The server's address; default: the environment variable {ServerAccess.UrlVariable}.",
            HelpName = "url",
        };
        var folder = new Option<string>("--out", "-o") { Description = "A new or empty folder for the recording.", HelpName = "folder", Required = true };
        Option<int> port = CommonOptions.Port();
        Option<string> schema = CommonOptions.Schema();
        var withValues = new Option<bool>("--with-values")
        {
            Description = "Keep the values of parameters, the content of files and results, and logs. Secrets, hosts and users are masked in any case.",
        };
        var command = new Command("record", "Stand between a client and a server, and write what goes over the wire, without secrets, until Ctrl+C.")
            { server, folder, port, schema, withValues };
        command.SetAction((arguments, cancellationToken) =>
        {
            Uri url = ServerTarget.ParseAddress(
                arguments.GetValue(server)
                    ?? ServerAccess.UrlOfEnvironment
                    ?? throw new ToolException($"No server is specified. Use --server, or set {ServerAccess.UrlVariable}."));
            string path = arguments.GetRequiredValue(schema);
            bool isAskedFor = arguments.GetResult(schema) is { Implicit: false };
            IEnumerable<Workspace> workspaces = isAskedFor || SchemaDocument.Exists(path) ? [.. SchemaDocument.Read(path).Workspaces] : [];
            return RunAsync(
                url, arguments.GetRequiredValue(folder), arguments.GetValue(port), workspaces, arguments.GetValue(withValues), output, cancellationToken);
        });
        return new ToolCommand(
            command,
            ["fmetyped record --server https://fme.example.com --out recording", "fmetyped record --port 8080 --out recording --with-values"],
            ["0    the recorder was stopped, and everything was written", "1    something could not be written"]);
    }

    private static async Task<int> RunAsync(
        Uri server, string path, int port, IEnumerable<Workspace> workspaces, bool withValues, Output output, CancellationToken cancellationToken)
    {
        var text = new TextMask(server, withValues);
        var secrets = new SecretParameters(workspaces
            .SelectMany(workspace => workspace.Parameters)
            .Where(parameter => parameter.Kind == ParameterKind.Secret)
            .Select(parameter => parameter.Name));
        RecordingFolder folder = RecordingFolder.Create(path, text, secrets);
        using var recorder = new Recorder(server, folder, output, TimeProvider.System, Recorder.CreateHandler());
        LoopbackServer listener = await LoopbackServer.StartAsync(port, recorder.InvokeAsync, cancellationToken).ConfigureAwait(false);
        await using (listener.ConfigureAwait(false))
        {
            text.RecorderAuthority = listener.Url.Authority;
            output.Line($"{listener.Url} hands every request on to {server}, and records it. Use it as the server's address, and press Ctrl+C to end.");
            await LoopbackServer.UntilStoppedAsync(cancellationToken).ConfigureAwait(false);
        }

        output.Line($"{folder.Count} exchanges are in {path}. Tokens, secrets, hosts and users are masked"
            + (withValues ? ", values, files, results and logs are not. " : ", and so are values, files, results and logs. ")
            + "Names of repositories, workspaces and parameters stay. Look at the files before you post them.");
        return recorder.Failures == 0 ? ExitCode.Success : ExitCode.Partly;
    }
}
