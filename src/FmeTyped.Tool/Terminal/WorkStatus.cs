using Spectre.Console;

namespace FmeTyped.Tool.Terminal;

/// <summary>Shows on a terminal that something takes a while, and what; a file or a pipe gets nothing of it.</summary>
internal static class WorkStatus
{
    public static Task<T> RunAsync<T>(Output output, string what, Func<IProgress<string>, Task<T>> work) => output.Terminal is { } terminal
        ? terminal.Status().StartAsync(Shown(what), context => work(new ImmediateProgress<string>(now => context.Status(Shown(now)))))
        : work(new ImmediateProgress<string>(_ => { }));

    private static string Shown(string text) => Markup.Escape(TerminalText.From(text));
}
