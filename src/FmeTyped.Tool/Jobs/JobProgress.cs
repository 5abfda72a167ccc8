using FmeTyped.Tool.Terminal;
using Spectre.Console;

namespace FmeTyped.Tool.Jobs;

/// <summary>Shows the status of a job during the wait: a live line on a terminal, otherwise a line on standard error for each change.</summary>
internal static class JobProgress
{
    public static Task<T> RunAsync<T>(Output output, string what, Func<IProgress<FmeJobRecord>, Task<T>> wait)
    {
        if (output.Terminal is { } terminal)
        {
            return terminal.Status().StartAsync(
                Markup.Escape(TerminalText.From($"{what} was submitted")),
                context => wait(new ImmediateProgress<FmeJobRecord>(record => context.Status(Markup.Escape(TerminalText.From(Describe(what, record)))))));
        }

        string? last = null;
        return wait(new ImmediateProgress<FmeJobRecord>(record =>
        {
            string now = Describe(what, record);
            if (now != last && !record.Status.IsFinal)
            {
                output.Problem(now);
            }

            last = now;
        }));
    }

    private static string Describe(string what, FmeJobRecord record) => $"{what} is {record.Status}";
}
