using Spectre.Console;

namespace FmeTyped.Tool.Terminal;

/// <summary>Shows the progress of a longer read: a bar on a terminal, otherwise an occasional line on standard error.</summary>
internal static class ReadingProgress
{
    private const int LineEvery = 100;

    public static async Task<T> RunAsync<T>(Output output, string what, int count, Func<IProgress<int>, Task<T>> read)
    {
        if (output.Terminal is { } terminal)
        {
            return await terminal.Progress().AutoClear(true).StartAsync(context =>
            {
                ProgressTask bar = context.AddTask(Markup.Escape(what), maxValue: Math.Max(count, 1));
                return read(new ImmediateProgress<int>(done => bar.Increment(1)));
            }).ConfigureAwait(false);
        }

        output.Problem($"{what}: {count}");
        return await read(new ImmediateProgress<int>(done =>
        {
            if (done % LineEvery == 0 && done < count)
            {
                output.Problem($"{what}: {done} of {count}");
            }
        })).ConfigureAwait(false);
    }
}
