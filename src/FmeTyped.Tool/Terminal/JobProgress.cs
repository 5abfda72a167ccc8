using Spectre.Console;

namespace FmeTyped.Tool.Terminal;

/// <summary>Shows where a job stands while it is waited for: a live line on a terminal, and a line on standard error each time it changes elsewhere.</summary>
internal static class JobProgress
{
    public static Task<T> RunAsync<T>(Output output, string what, Func<IProgress<FmeJobRecord>, Task<T>> wait)
    {
        if (output.Terminal is { } terminal)
        {
            return terminal.Status().StartAsync(
                Markup.Escape($"{what} is submitted"),
                context => wait(new ImmediateProgress<FmeJobRecord>(record => context.Status(Markup.Escape(Describe(what, record))))));
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
