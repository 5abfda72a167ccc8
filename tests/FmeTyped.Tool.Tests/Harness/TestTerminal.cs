using FmeTyped.Testing;
using FmeTyped.Tool.Commands;
using FmeTyped.Tool.Terminal;
using Spectre.Console.Testing;

namespace FmeTyped.Tool.Tests.Harness;

/// <summary>The tool in this process, with somebody at a terminal, or with output that is redirected.</summary>
/// <param name="server">The server that the tool talks to where it is told no other; null for none.</param>
internal sealed class TestTerminal(FmeFlowEmulator? server = null) : IDisposable
{
    private readonly StringWriter _standard = new();
    private readonly StringWriter _errors = new();

    /// <summary>The screen.</summary>
    public TestConsole Screen { get; } = WideConsole();

    /// <summary>Where somebody is asked, and the keys that were pressed.</summary>
    public TestConsole Keyboard { get; } = WideConsole();

    /// <summary>Whether standard output is a file.</summary>
    public bool IsRedirected { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>What standard output got besides the screen.</summary>
    public string Standard => _standard.ToString();

    public string Errors => _errors.ToString();

    public async Task<int> RunAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        using var token = new StringReader(server?.Token ?? "");
        var output = new Output(_standard, _errors, IsRedirected ? null : Screen) { Input = token, Keyboard = Keyboard };
        string[] ofServer = server is null ? [] : ["--server", server.ServerUrl.ToString(), "--token-stdin"];
        return await new ToolApp(output, Time).RunAsync([.. arguments, .. ofServer], cancellationToken);
    }

    public Task<int> RunAsync(params string[] arguments) => RunAsync(TestContext.Current.CancellationToken, arguments);

    public void Dispose()
    {
        Screen.Dispose();
        Keyboard.Dispose();
        _standard.Dispose();
        _errors.Dispose();
    }

    private static TestConsole WideConsole()
    {
        TestConsole console = new TestConsole().Interactive();
        console.Profile.Width = 200;
        return console;
    }
}
