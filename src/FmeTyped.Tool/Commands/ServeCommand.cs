using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using FmeTyped.Testing;
using FmeTyped.Tool.Recording;
using FmeTyped.Tool.Replay;
using FmeTyped.Tool.SchemaFiles;
using FmeTyped.Tool.Serving;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Commands;

/// <summary><c>fmetyped serve</c>: an emulated FME Flow on this machine with the workspaces of the schema file.</summary>
internal static class ServeCommand
{
    private static readonly TimeSpan MaxTime = TimeSpan.FromDays(1);

    public static ToolCommand Create(Output output)
    {
        Option<string> schema = CommonOptions.Schema();
        Option<int> port = CommonOptions.Port();
        var listen = new Option<string?>("--listen")
        {
            Description = "The address to listen on, such as 0.0.0.0 for all; by default the loopback address. Others need --token and --allowed-host.",
            HelpName = "address",
        };
        var allowedHost = new Option<string[]>("--allowed-host")
        {
            Description = "A name, without a port, by which clients call the server besides loopback names; may be given several times.",
            HelpName = "name",
        };
        var token = new Option<string?>("--token")
        {
            Description = "The token for clients; by default a random one that stays the same from start to start. It is printed, since it is valid only here.",
        };
        var user = new Option<string>("--user") { Description = "The user's name.", DefaultValueFactory = _ => "admin" };
        var password = new Option<string?>("--password") { Description = "The user's password, for clients that create a token." };
        var build = new Option<int>("--build")
            { Description = "The build that the server reports.", DefaultValueFactory = _ => new FmeFlowEmulatorOptions().BuildNumber };
        var api = new Option<string?>("--api") { Description = "The versions of the REST API: v3, v4 or both; by default those of the build." };
        api.AcceptOnlyFromAmong("v3", "v4", "both");
        var strict = new Option<bool>("--strict") { Description = "Refuse what a server may ignore, such as unknown parameters." };
        var runTime = new Option<double>("--run-time") { Description = "How long jobs run, in seconds.", HelpName = "seconds" };
        var queueTime = new Option<double>("--queue-time") { Description = "How long jobs wait for an engine, in seconds.", HelpName = "seconds" };
        var engines = new Option<int?>("--engines") { Description = "How many jobs run at the same time; by default all.", HelpName = "number" };
        var fail = new Option<string[]>("--fail")
        {
            Description = "A workspace whose jobs fail, such as Samples/a.fmw or 'Samples/a.fmw=No such layer'; may be given several times.",
            HelpName = "workspace",
        };
        var outcomes = new Option<string?>("--outcomes") { Description = "A JSON file that says how jobs end, by workspace.", HelpName = "file" };
        var results = new Option<string?>("--results")
        {
            Description = "A folder with the files that jobs write, in a folder for each workspace, such as Samples/a.fmw.",
            HelpName = "folder",
        };
        var resultHost = new Option<string?>("--result-host")
        {
            Description = "The host in addresses of results; by default the one that was asked.",
            HelpName = "host",
        };
        var cors = new Option<string[]>("--cors")
        {
            Description = "An origin whose pages may call the server from a browser, or * for all; may be given several times.",
            HelpName = "origin",
        };
        var replay = new Option<string?>("--replay")
        {
            Description = "Respond from a recording of fmetyped record, and not as an emulator; only --port has a meaning beside it.",
            HelpName = "folder",
        };
        runTime.Validators.Add(RefuseNoTime);
        queueTime.Validators.Add(RefuseNoTime);
        engines.Validators.Add(result => CommonOptions.RefuseOutside(result, "number of engines", 1, 10_000));
        build.Validators.Add(result => CommonOptions.RefuseOutside(result, "build", 1, int.MaxValue));
        token.Validators.Add(RefuseBlank);
        listen.Validators.Add(RefuseNoAddress);
        user.Validators.Add(RefuseBlank);
        var command = new Command("serve", "Run an FME Flow on this machine with the workspaces of the schema file, until Ctrl+C.")
        {
            schema, port, listen, allowedHost, token, user, password, build, api, strict, runTime, queueTime, engines, fail, outcomes, results, resultHost,
            cors, replay,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(listen) is { } address && IPAddress.TryParse(address, out IPAddress? parsed) && !IPAddress.IsLoopback(parsed)
                && (result.GetValue(token) is null || result.GetValue(allowedHost) is not { Length: > 0 }))
            {
                result.AddError($"Other machines reach the server on {address}: give it --token, and --allowed-host with the name by which they call it.");
            }
        });
        command.SetAction((arguments, cancellationToken) =>
        {
            if (arguments.GetValue(replay) is { } recording)
            {
                RefuseOthers(arguments, command, replay, port);
                return ReplayAsync(recording, arguments.GetValue(port), output, cancellationToken);
            }

            SchemaDocument document = SchemaDocument.Read(arguments.GetRequiredValue(schema)).MustBeSound();
            var jobs = new ServedJobs([.. document.Workspaces], arguments.GetValue(fail) ?? [], arguments.GetValue(outcomes), arguments.GetValue(results));
            var options = new FmeFlowEmulatorOptions
            {
                SchemaJson = document.Text,
                Address = arguments.GetValue(listen) is { } address ? IPAddress.Parse(address) : IPAddress.Loopback,
                AllowedHosts = arguments.GetValue(allowedHost) ?? [],
                Port = arguments.GetValue(port),
                Token = arguments.GetValue(token) ?? DevelopmentToken.ReadOrCreate(),
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
                RunTime = TimeSpan.FromSeconds(arguments.GetValue(runTime)),
                QueueTime = TimeSpan.FromSeconds(arguments.GetValue(queueTime)),
                Engines = arguments.GetValue(engines),
                ResultHost = arguments.GetValue(resultHost),
                AllowedOrigins = arguments.GetValue(cors) ?? [],
                OnRequest = request => Print(request, output),
            };
            return RunAsync(options, jobs, output, cancellationToken);
        });
        return new ToolCommand(
            command,
            [
                "fmetyped serve --port 8080 --token my-token",
                "fmetyped serve --build 22337 --api v3 --strict",
                "fmetyped serve --listen 0.0.0.0 --allowed-host flow.test --token my-token",
                "fmetyped serve --replay recording --port 8080",
                "fmetyped serve --run-time 2 --fail 'Samples/austinDownload.fmw=No such layer' --results out",
            ],
            ["0    the server was stopped"]);
    }

    private static void RefuseOthers(ParseResult arguments, Command command, params Option[] allowed)
    {
        string[] others =
            [.. command.Options.Except(allowed).Where(option => arguments.GetResult(option) is { Implicit: false }).Select(option => option.Name)];
        if (others.Length > 0)
        {
            throw new ToolException($"--replay responds from the recording alone; leave out {string.Join(", ", others)}.");
        }
    }

    private static async Task<int> ReplayAsync(string folder, int port, Output output, CancellationToken cancellationToken)
    {
        RecordedExchanges recording = RecordedExchanges.Read(folder);
        LoopbackServer server = await LoopbackServer
            .StartAsync(port, new ReplayServer(recording, output).InvokeAsync, cancellationToken).ConfigureAwait(false);
        await using (server.ConfigureAwait(false))
        {
            output.Line($"{server.Url} responds with the {recording.Exchanges.Count} exchanges of {folder}, to any token. Press Ctrl+C to stop it.");
            await LoopbackServer.UntilStoppedAsync(cancellationToken).ConfigureAwait(false);
        }

        output.Line("Stopped.");
        return ExitCode.Success;
    }

    private static async Task<int> RunAsync(FmeFlowEmulatorOptions options, ServedJobs jobs, Output output, CancellationToken cancellationToken)
    {
        FmeFlowEmulator emulator = await StartAsync(options, cancellationToken).ConfigureAwait(false);
        await using (emulator.ConfigureAwait(false))
        {
            jobs.Apply(emulator);
            Uri page = new(emulator.ServerUrl, $"#token={Uri.EscapeDataString(emulator.Token)}");
            output.Line($"{emulator.ServerUrl} is an FME Flow with the token {emulator.Token}, and {page.AbsoluteUri} is its page. Press Ctrl+C to stop it.");
            await LoopbackServer.UntilStoppedAsync(cancellationToken).ConfigureAwait(false);
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
        catch (ArgumentException fault)
        {
            throw new ToolException(fault.Message.Split(" (Parameter")[0]);
        }
        catch (Exception fault) when (fault is IOException or SocketException)
        {
            throw new ToolException($"Port {options.Port} cannot be used: {fault.Message} Choose another with --port, or leave it out.");
        }
    }

    private static void RefuseNoTime(OptionResult result)
    {
        if (result.Tokens is [var token]
            && double.TryParse(token.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds)
            && !(seconds >= 0 && seconds <= MaxTime.TotalSeconds))
        {
            result.AddError($"{result.Option.Name} has to be a number of seconds from 0 to {MaxTime.TotalSeconds}.");
        }
    }

    private static void RefuseNoAddress(OptionResult result)
    {
        if (result.Tokens is [var token] && !IPAddress.TryParse(token.Value, out _))
        {
            result.AddError($"'{token.Value}' is no IP address. One reads like 0.0.0.0, for all addresses of this machine.");
        }
    }

    private static void RefuseBlank(OptionResult result)
    {
        if (result.Tokens is [var token] && string.IsNullOrWhiteSpace(token.Value))
        {
            result.AddError($"{result.Option.Name} may not be blank.");
        }
    }

    private static void Print(FmeRecordedRequest request, Output output)
    {
        output.Line(request.ToString());
        foreach (string problem in request.Problems)
        {
            output.Line($"    {problem}");
        }
    }
}
