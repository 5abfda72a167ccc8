using System.Diagnostics;
using System.Text.RegularExpressions;
using FmeTyped.Package.Tests.Harness;
using YamlDotNet.RepresentationModel;

namespace FmeTyped.Package.Tests;

/// <summary>The steps of action.yml, run as GitHub runs them, with the packed tool against the emulator that is in it.</summary>
public sealed partial class ActionTests(PackedPackages packages)
{
    private const string Token = "token-of-the-check";

    [Fact]
    public async Task What_differs_is_annotated_and_fails_the_job_only_if_it_is_grave_enough()
    {
        string schema = await File.ReadAllTextAsync(Repository.PathOf("workspaces.json"), TestContext.Current.CancellationToken);
        using var folder = new TemporaryFolder();
        await packages.ConfigureAsync(folder);
        Directory.CreateDirectory(folder.PathOf("app"));
        await File.WriteAllTextAsync(folder.PathOf("app", "current.json"), schema, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            folder.PathOf("app", "stale.json"), schema.Replace("\"cenart\"", "\"center\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            folder.PathOf("app", "less.json"),
            schema.Replace("""{ "caption": "cenart", "value": "cenart" },""", "", StringComparison.Ordinal),
            TestContext.Current.CancellationToken);
        Dictionary<string, string> inputs = new() { ["version"] = packages.Version, ["working-directory"] = "app", ["server"] = "" };

        // The first run installs the tool, whose emulator is the server of the others.
        Assert.NotEqual(0, (await RunAsync(folder, inputs)).ExitCode);
        string[] serve = ["serve", "--token", Token, "--schema", folder.PathOf("app", "current.json")];
        using Process server = Process.Start(new ProcessStartInfo(folder.PathOf("runner", "fmetyped", "fmetyped"), serve) { RedirectStandardOutput = true })!;
        try
        {
            string address = (await server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!.Split(' ')[0];
            inputs["server"] = $"test={address}\nprod={address}\n";

            DotNetResult current = await RunAsync(folder, inputs, ("schema", "current.json"));
            DotNetResult less = await RunAsync(folder, inputs, ("schema", "less.json"));
            DotNetResult stale = await RunAsync(folder, inputs, ("schema", "stale.json"));
            DotNetResult strict = await RunAsync(folder, inputs, ("schema", "less.json"), ("fail-on", "additive"));

            Assert.DoesNotContain("::", current.MustSucceed(), StringComparison.Ordinal);
            Assert.Matches(@"::notice file=less\.json,line=\d+,title=\w*[^:]*additive", less.MustSucceed());
            Assert.Equal(2, stale.ExitCode);
            Assert.Equal(2, Annotation().Count(stale.Output.Replace("::warning", "", StringComparison.Ordinal)));
            Assert.Equal(2, strict.ExitCode);
        }
        finally
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static async Task<DotNetResult> RunAsync(TemporaryFolder folder, Dictionary<string, string> inputs, params (string Name, string Value)[] more)
    {
        using var text = new StreamReader(Repository.PathOf("action.yml"));
        var yaml = new YamlStream();
        yaml.Load(text);
        YamlNode action = yaml.Documents.Single().RootNode;
        Dictionary<string, string> values = ((YamlMappingNode)action["inputs"]).Children.ToDictionary(
            input => ((YamlScalarNode)input.Key).Value!,
            input => ((YamlMappingNode)input.Value).Children.TryGetValue("default", out YamlNode? value) ? ((YamlScalarNode)value).Value! : "");
        foreach ((string name, string value) in inputs.Select(input => (input.Key, input.Value)).Concat(more))
        {
            Assert.Contains(name, values.Keys);
            values[name] = value;
        }

        string output = "";
        foreach (YamlMappingNode step in ((YamlSequenceNode)action["runs"]["steps"]).Cast<YamlMappingNode>())
        {
            DotNetResult result = await RunStepAsync(folder, step, values);
            output += result.Output;
            if (result.ExitCode != 0)
            {
                return result with { Output = output };
            }
        }

        return new DotNetResult("action", 0, output);
    }

    private static async Task<DotNetResult> RunStepAsync(TemporaryFolder folder, YamlMappingNode step, Dictionary<string, string> inputs)
    {
        string Filled(YamlNode node) => Input().Replace(((YamlScalarNode)node).Value!, input => inputs[input.Groups[1].Value]);

        Assert.Equal("bash", ((YamlScalarNode)step["shell"]).Value);
        Directory.CreateDirectory(folder.PathOf("runner"));
        string script = folder.PathOf("runner", "step.sh");
        await File.WriteAllTextAsync(script, Filled(step["run"]), TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo("bash", ["--noprofile", "--norc", "-eo", "pipefail", script])
        {
            WorkingDirectory = folder.PathOf(Filled(step["working-directory"])),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["RUNNER_TEMP"] = folder.PathOf("runner");
        start.Environment["FME_TOKEN"] = Token;
        foreach ((YamlNode name, YamlNode value) in (YamlMappingNode)step["env"])
        {
            start.Environment[((YamlScalarNode)name).Value!] = Filled(value);
        }

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string text = await output + await errors;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new DotNetResult("step of the action", process.ExitCode, text);
    }

    [GeneratedRegex(@"\$\{\{ inputs\.([\w-]+) \}\}")]
    private static partial Regex Input();

    [GeneratedRegex(@"(?m)^::error file=stale\.json,line=\d+,title=[^:]*breaking")]
    private static partial Regex Annotation();
}
