using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net.Sockets;
using FmeTyped.Testing;
using FmeTyped.Tool.SchemaFiles;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Commands;

/// <summary><c>fmetyped serve</c>: an FME Flow on this machine that has the workspaces of the schema file.</summary>
internal static class ServeCommand
{
    public static ToolCommand Create(Output output)
    {
        Option<string> schema = CommonOptions.Schema();
        var port = new Option<int>("--port") { Description = "The port on the loopback address; 0 for one that is free.", DefaultValueFactory = _ => 0 };
        var token = new Option<string?>("--token") { Description = "The token that clients use; a random one otherwise. It is printed, since it opens nothing but this." };
        var user = new Option<string>("--user") { Description = "The user's name.", DefaultValueFactory = _ => "admin" };
        var password = new Option<string?>("--password") { Description = "The user's password, for clients that make themselves a token." };
        var build = new Option<int>("--build") { Description = "The build that the server says it is.", DefaultValueFactory = _ => new FmeFlowEmulatorOptions().BuildNumber };
        var api = new Option<string?>("--api") { Description = "The versions of the REST API that answer: v3, v4 or both; otherwise those that the build has." };
        api.AcceptOnlyFromAmong("v3", "v4", "both");
        var strict = new Option<bool>("--strict") { Description = "Refuse what a server may pass over, such as unknown parameters." };
        port.Validators.Add(result => RefuseOutside(result, "port", 0, 65535));
        build.Validators.Add(result => RefuseOutside(result, "build", 1, int.MaxValue));
        token.Validators.Add(RefuseBlank);
        user.Validators.Add(RefuseBlank);
        var command = new Command("serve", "Run an FME Flow on this machine with the workspaces of the schema file, until Ctrl+C.")
        {
            schema, port, token, user, password, build, api, strict,
        };
        command.SetAction((arguments, cancellationToken) => RunAsync(
            new FmeFlowEmulatorOptions
            {
                SchemaJson = SchemaDocument.Read(arguments.GetRequiredValue(schema)).MustBeSound().Text,
                Port = arguments.GetValue(port),
                Token = arguments.GetValue(token),
                User = arguments.GetRequiredValue(user),
                Password = arguments.GetValue(password),
                BuildNumber = arguments.GetValue(build),
                Apis = arguments.GetValue(api) switch
                {
                    "v3" => FmeFlowApis.V3,
                    "v4" => FmeFlowApis.V4,
                    "both" => FmeFlowApis.V3 | FmeFlowApis.V4,
                    _ => null,
                },
                Strict = arguments.GetValue(strict),
                OnRequest = request => Print(request, output),
            },
            output,
            cancellationToken));
        return new ToolCommand(
            command,
            ["fmetyped serve --port 8080", "fmetyped serve --build 22337 --api v3 --strict"],
            ["0    it was stopped"]);
    }

    private static async Task<int> RunAsync(FmeFlowEmulatorOptions options, Output output, CancellationToken cancellationToken)
    {
        FmeFlowEmulator emulator = await StartAsync(options, cancellationToken).ConfigureAwait(false);
        await using (emulator.ConfigureAwait(false))
        {
            output.Line($"{emulator.ServerUrl} is an FME Flow with the token {emulator.Token}; its jobs are on the page /. Ctrl+C stops it.");
            var stopped = new TaskCompletionSource();
            await using (cancellationToken.Register(stopped.SetResult).ConfigureAwait(false))
            {
                await stopped.Task.ConfigureAwait(false);
            }
        }

        output.Line("Stopped.");
        return ExitCode.Success;
    }

    private static async Task<FmeFlowEmulator> StartAsync(FmeFlowEmulatorOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await FmeFlowEmulator.StartAsync(options, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is IOException or SocketException)
        {
            throw new ToolException($"Port {options.Port} cannot be used: {fault.Message} Take another with --port, or leave it out.");
        }
    }

    // What is no number has an error of its own.
    private static void RefuseOutside(OptionResult result, string what, int least, int most)
    {
        if (result.Tokens is [var token] && int.TryParse(token.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && (number < least || number > most))
        {
            result.AddError($"{number} is no {what}.");
        }
    }

    private static void RefuseBlank(OptionResult result)
    {
        if (result.Tokens is [var token] && string.IsNullOrWhiteSpace(token.Value))
        {
            result.AddError($"{result.Option.Name} may not be blank.");
        }
    }

    private static void Print(FmeRecordedRequest request, Output output) =>
        output.Line(string.Join('\n', [request.ToString(), .. request.Problems.Select(problem => $"    {problem}")]));
}
