using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace FmeTyped.Docs.Tests;

/// <summary>The workflows of the hosted CI do nothing of their own: each command is a script of the repository, which anyone can run.</summary>
public sealed partial class WorkflowTests
{
    private static readonly string Folder = Repository.PathOf(".github", "workflows");

    public static TheoryData<string> Workflows => [.. Directory.GetFiles(Folder, "*.yml").Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Each_command_is_a_script_that_is_there(string workflow)
    {
        string[] commands = [.. StepsOf(workflow).Select(step => Text(step, "run")).OfType<string>()];

        Assert.NotEmpty(commands);
        Assert.All(commands, command =>
        {
            Match script = Script().Match(command);
            Assert.True(script.Success, $"'{command}' of {workflow} is not a script.");
            string file = Repository.PathOf(command.Split('/'));
            Assert.True(File.Exists(file), $"{command} of {workflow} does not exist.");
            Assert.StartsWith("#!/usr/bin/env bash\n", File.ReadAllText(file), StringComparison.Ordinal);
            Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file).HasFlag(UnixFileMode.UserExecute), $"{command} cannot be executed.");
        });
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Each_step_runs_a_script_or_uses_an_action_of_a_version(string workflow) =>
        Assert.All(StepsOf(workflow), step => Assert.True(
            Text(step, "run") is not null ^ (Text(step, "uses") is { } action && Action().IsMatch(action)), $"A step of {workflow} does neither."));

    [Fact]
    public void The_whole_check_runs_on_three_systems_and_on_both_frameworks()
    {
        YamlMappingNode check = Jobs("ci.yml").Single(job => StepsOf(job).Any(step => Text(step, "run") == ".ci/run"));

        Assert.Equal(
            ["macos-latest", "ubuntu-latest", "windows-latest"],
            ((YamlSequenceNode)check["strategy"]["matrix"]["os"]).Select(system => ((YamlScalarNode)system).Value!).Order(StringComparer.Ordinal));
        YamlMappingNode setup = StepsOf(check).Single(step => Text(step, "uses")?.StartsWith("actions/setup-dotnet@", StringComparison.Ordinal) == true);
        string sdks = Text((YamlMappingNode)setup["with"], "dotnet-version")!;
        Assert.Equal(["10.0.x", "8.0.x"], sdks.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<YamlMappingNode> Jobs(string workflow)
    {
        using var text = new StreamReader(Path.Combine(Folder, workflow));
        var yaml = new YamlStream();
        yaml.Load(text);
        return ((YamlMappingNode)yaml.Documents.Single().RootNode["jobs"]).Children.Values.Cast<YamlMappingNode>();
    }

    private static IEnumerable<YamlMappingNode> StepsOf(string workflow) => Jobs(workflow).SelectMany(StepsOf);

    private static IEnumerable<YamlMappingNode> StepsOf(YamlMappingNode job) => ((YamlSequenceNode)job["steps"]).Cast<YamlMappingNode>();

    private static string? Text(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(new YamlScalarNode(key), out YamlNode? value) ? ((YamlScalarNode)value).Value : null;

    [GeneratedRegex(@"^(\.ci|eng)/[a-z-]+$")]
    private static partial Regex Script();

    [GeneratedRegex(@"^[\w./-]+@v\d+$")]
    private static partial Regex Action();
}
