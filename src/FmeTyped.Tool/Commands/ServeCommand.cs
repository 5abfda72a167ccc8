using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net.Sockets;
using FmeTyped.Testing;
using FmeTyped.Tool.SchemaFiles;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Commands;

/// <summary><c>fmetyped serve</c>: an emulated FME Flow on this machine with the workspaces of the schema file.</summary>
internal static class ServeCommand
{
    public static ToolCommand Create(Output output)
    {
        Option<string> schema = CommonOptions.Schema();
        var port = new Option<int>("--port") { Description = "The port on the loopback address; 0 for a free one.", DefaultValueFactory = _ => 0 };
        var token = new Option<string?>("--token") { Description = "The token for clients; random by default. It is printed, since it is valid only here." };
        var user = new Option<string>("--user") { Description = "The user's name.", DefaultValueFactory = _ => "admin" };
        var password = new Option<string?>("--password") { Description = "The user's password, for clients that create a token." };
        var build = new Option<int>("--build")
            { Description = "The build that the server reports.", DefaultValueFactory = _ => new FmeFlowEmulatorOptions().BuildNumber };
        var api = new Option<string?>("--api") { Description = "The versions of the REST API: v3, v4 or both; by default those of the build." };
        api.AcceptOnlyFromAmong("v3", "v4", "both");
        var strict = new Option<bool>("--strict") { Description = "Refuse what a server may ignore, such as unknown parameters." };
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
            ["0    the server was stopped"]);
    }

    private static async Task<int> RunAsync(FmeFlowEmulatorOptions options, Output output, CancellationToken cancellationToken)
    {
        FmeFlowEmulator emulator = await StartAsync(options, cancellationToken).ConfigureAwait(false);
        await using (emulator.ConfigureAwait(false))
        {
            output.Line($"{emulator.ServerUrl} is an FME Flow with the token {emulator.Token}; the page / shows its jobs. Press Ctrl+C to stop it.");
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
            throw new ToolException($"Port {options.Port} cannot be used: {fault.Message} Choose another with --port, or leave it out.");
        }
    }

    // A text that is not a number already has an error.
    private static void RefuseOutside(OptionResult result, string what, int least, int most)
    {
        if (result.Tokens is [var token]
            && int.TryParse(token.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
            && (number < least || number > most))
        {
            result.AddError($"{number} is not a valid {what}.");
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
