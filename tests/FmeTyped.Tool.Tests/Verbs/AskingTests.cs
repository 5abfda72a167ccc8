using FmeTyped.Testing;
using FmeTyped.Tool.Tests.Harness;

namespace FmeTyped.Tool.Tests.Verbs;

/// <summary><c>fmetyped run</c> asks at a terminal for what is required and was not given.</summary>
public sealed class AskingTests : IDisposable
{
    private const string Survey =
        """
        { "repository": "City", "workspace": "survey.fmw", "services": ["fmejobsubmitter"], "parameters": [
          { "name": "AREA", "type": "INTEGER", "model": "string", "description": "[red]Area:", "optional": false },
          { "name": "MODE", "type": "CHOICE", "model": "string", "description": "Mode", "optional": false,
            "listOptions": [{ "caption": "[bold]Fast", "value": "f" }, { "caption": "Slow", "value": "s" }] },
          { "name": "LAYERS", "type": "LOOKUP_LISTBOX", "model": "list", "description": "Layers", "optional": false,
            "listOptions": [{ "caption": "A", "value": "a" }, { "caption": "B", "value": "b" }, { "caption": "C", "value": "c" }] },
          { "name": "KEY_OF_CITY", "type": "PASSWORD", "model": "string", "description": "Key", "optional": false },
          { "name": "NOTE", "type": "TEXT", "model": "string", "description": "Note", "optional": true }] }
        """;

    private readonly ToolFolder _folder = new ToolFolder().With("workspaces.json", TestServer.SchemaOf(Survey));

    [Fact]
    public async Task Options_are_selected_secrets_hidden_and_wrong_values_asked_again()
    {
        await using FmeFlowEmulator emulator = await TestServer.StartAsync(FmeFlowApis.V4, Survey);
        using var terminal = new TestTerminal(emulator);
        terminal.Keyboard.Input.PushTextWithEnter("twelve");
        terminal.Keyboard.Input.PushTextWithEnter("12");
        terminal.Keyboard.Input.PushKey(ConsoleKey.DownArrow);
        terminal.Keyboard.Input.PushKey(ConsoleKey.Enter);
        terminal.Keyboard.Input.PushKey(ConsoleKey.Spacebar);
        terminal.Keyboard.Input.PushKey(ConsoleKey.DownArrow);
        terminal.Keyboard.Input.PushKey(ConsoleKey.DownArrow);
        terminal.Keyboard.Input.PushKey(ConsoleKey.Spacebar);
        terminal.Keyboard.Input.PushKey(ConsoleKey.Enter);
        terminal.Keyboard.Input.PushText("open");
        terminal.Keyboard.Input.PushKey(new ConsoleKeyInfo('\0', ConsoleKey.LeftArrow, shift: false, alt: false, control: false));
        terminal.Keyboard.Input.PushTextWithEnter("sesame");

        int code = await terminal.RunAsync("run", "City/survey.fmw", "--schema", _folder.PathOf("workspaces.json"));

        Assert.True(code == 0, terminal.Errors);
        FmeSubmission job = Assert.Single(emulator.Submissions);
        Assert.Equal("12", job.Parameters["AREA"].Text);
        Assert.Equal("s", job.Parameters["MODE"].Text);
        Assert.Equal(["a", "c"], job.Parameters["LAYERS"].Items);
        Assert.Equal("opensesame", job.Parameters["KEY_OF_CITY"].Text);
        Assert.False(job.Parameters.ContainsKey("NOTE"));
        string asked = terminal.Keyboard.Output;
        Assert.Contains("[red]Area (AREA):", asked, StringComparison.Ordinal);
        Assert.Contains("'twelve' is not", asked, StringComparison.Ordinal);
        Assert.Contains("[bold]Fast (f)", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("sesame", asked + terminal.Screen.Output + terminal.Standard + terminal.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_given_is_not_asked_for()
    {
        await using FmeFlowEmulator emulator = await TestServer.StartAsync(FmeFlowApis.V4, Survey);
        using var terminal = new TestTerminal(emulator);
        terminal.Keyboard.Input.PushTextWithEnter("secret");

        int code = await terminal.RunAsync(
            "run", "City/survey.fmw", "AREA=1", "MODE=f", "LAYERS=b", "--schema", _folder.PathOf("workspaces.json"));

        Assert.True(code == 0, terminal.Errors);
        Assert.Equal("secret", Assert.Single(emulator.Submissions).Parameters["KEY_OF_CITY"].Text);
        Assert.DoesNotContain("AREA", terminal.Keyboard.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "--no-input")]
    [InlineData(false, "--json")]
    [InlineData(true, "--no-wait")]
    public async Task Where_nobody_is_asked_the_error_lists_what_is_missing(bool isRedirected, string option)
    {
        await using FmeFlowEmulator emulator = await TestServer.StartAsync(FmeFlowApis.V4, Survey);
        using var terminal = new TestTerminal(emulator) { IsRedirected = isRedirected };

        Assert.Equal(4, await terminal.RunAsync("run", "City/survey.fmw", "MODE=f", option, "--schema", _folder.PathOf("workspaces.json")));

        Assert.Empty(terminal.Keyboard.Output);
        Assert.Equal(
            ["AREA", "LAYERS", "KEY_OF_CITY"],
            terminal.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(':')[0]));
        Assert.Empty(emulator.Requests);
    }

    [Fact]
    public async Task A_mistake_is_said_before_anything_is_asked()
    {
        using var terminal = new TestTerminal();

        Assert.Equal(4, await terminal.RunAsync(
            "run", "City/survey.fmw", "MODUS=f", "--server", "http://127.0.0.1:9", "--token-env", "PATH", "--schema", _folder.PathOf("workspaces.json")));

        Assert.Contains("Did you mean 'MODE'?", terminal.Errors, StringComparison.Ordinal);
        Assert.Empty(terminal.Keyboard.Output);
    }

    public void Dispose() => _folder.Dispose();
}
