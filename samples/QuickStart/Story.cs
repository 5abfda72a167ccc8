using FmeTyped;

namespace QuickStart;

/// <summary>Prints what happens.</summary>
internal static class Story
{
    public static void Heading(string text) => Console.WriteLine($"\n{text}\n{new string('-', text.Length)}");

    public static void Tell(FmeJobResult result) =>
        Console.WriteLine($"job {result.Id}: {result.Status}, \"{result.StatusMessage}\", {result.FeatureCount} features written");

    public static async Task FailsAsync(string what, Func<Task> call)
    {
        Console.WriteLine($"{what}:");
        try
        {
            await call();
            Console.WriteLine("  was accepted");
        }
        catch (FmeException error)
        {
            Console.WriteLine($"  {error.GetType().Name}: {error.Message.ReplaceLineEndings("\n    ")}");
        }
    }
}

/// <summary>Prints each status of a job once.</summary>
internal sealed class StatusPrinter : IProgress<FmeJobRecord>
{
    private FmeJobStatus _last;

    public void Report(FmeJobRecord value)
    {
        if (value.Status != _last)
        {
            _last = value.Status;
            Console.WriteLine($"  {value.Status}");
        }
    }
}
