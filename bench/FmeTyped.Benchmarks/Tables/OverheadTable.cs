using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using FmeTyped.Benchmarks.Contestants;
using FmeTyped.Benchmarks.Fme.Samples;
using FmeTyped.Benchmarks.Measuring;
using FmeTyped.Benchmarks.Orders;

namespace FmeTyped.Benchmarks.Tables;

/// <summary>Where a call spends what it needs beyond hand-written code: a call without a network, and its parts.</summary>
internal static class OverheadTable
{
    private const int Rounds = 201;
    private const string Key = "0123456789abcdef0123456789abcdef";

    // Long enough for the caches to have forgotten the contestant before.
    private static readonly TimeSpan Sample = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    private static readonly ArrayBufferWriter<byte> Buffer = new(64 * 1024);
    private static readonly Utf8JsonWriter Json = new(Buffer);

    public static void Print()
    {
        Part[] parts = [.. Parts()];
        Action[] works = [.. parts.SelectMany(part => (Action[])[part.ByHand, part.Typed])];
        int[] runs = [.. works.Select(RunsOf)];
        IReadOnlyList<Figure[]> figures = Measuring.Rounds.RunAsync(
            [.. Enumerable.Range(0, works.Length)], Rounds, index => Task.FromResult(MeasureOnce(works[index], runs[index]))).GetAwaiter().GetResult();
        double[] times = [.. figures.Select(rounds => Spread.From(rounds.Select(figure => figure.Nanoseconds)).Median)];
        long[] bytes = [.. figures.Select(rounds => rounds.Min(figure => figure.Bytes))];
        double call = times[0];
        double known = 0;

        Console.WriteLine($"Median of {Rounds} interleaved rounds on one thread. {Machine.Description}.");
        Console.WriteLine();
        Console.WriteLine("| | hand-written, ns | bytes | FmeTyped, ns | bytes | more, in % of the hand-written call |");
        Console.WriteLine("|---|---|---|---|---|---|");
        for (int i = 0; i < parts.Length; i++)
        {
            (double byHand, double typed) = (times[2 * i], times[(2 * i) + 1]);
            known += i == 0 ? 0 : typed - byHand;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {parts[i].Name} | {byHand:0} | {bytes[2 * i]} | {typed:0} | {bytes[(2 * i) + 1]} | {100 * (typed - byHand) / call:0.0} |"));
        }

        double rest = 100 * (times[1] - times[0] - known) / call;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| the rest: async methods, objects, telemetry without a listener | | | | | {rest:0.0} |"));
    }

    private static IEnumerable<Part> Parts()
    {
        var held = new HeldCalls();
        IReadOnlyList<ICaller> callers = Callers.OfLimit(HeldCalls.Url, held);
        yield return new("a call: submit and wait, without a network", () => held.Run(callers[0]), () => held.Run(callers[1]));

        AustinDownload order = AustinOrders.Typed();
        var factory = new SubmissionFactory(new Dictionary<string, string>(), new Dictionary<string, Dictionary<string, string>>());
        yield return new(
            "the key, and the checks of the request and its options",
            () => GC.KeepAlive(Guid.NewGuid().ToString("N")),
            () => GC.KeepAlive(factory.New(order, SubmissionFactory.NoOptions, ErrorContext.Submitting)));

        AustinDto dto = AustinOrders.Dto();
        Submission submission = factory.New(order, SubmissionFactory.NoOptions, ErrorContext.Submitting);
        yield return new(
            "the body of the submission",
            () => Write(() => HandWrittenBody.V4.Write(Json, AustinOrders.Repository, AustinOrders.Workspace, dto, Key)),
            () => Write(() => V4Body.Write(Json, submission)));

        byte[] record = HeldCalls.Record;
        yield return new("reading the end of the job", () => ReadByHand(record), () => ReadTyped(record));

        var redactor = new Redactor();
        redactor.Keep(Key);
        const string message = "Translation Successful";
        yield return new("looking for secrets in its message", () => GC.KeepAlive(message), () => GC.KeepAlive(redactor.Redact(message, job: 4711)));
    }

    private static void Write(Action write)
    {
        Buffer.ResetWrittenCount();
        Json.Reset();
        write();
        Json.Flush();
    }

    private static void ReadByHand(byte[] record)
    {
        using JsonDocument document = JsonDocument.Parse(record);
        JsonElement job = document.RootElement;
        GC.KeepAlive(HandWrittenClient.ReadEnd(4711, job.GetProperty("status"u8).GetString()!, job));
    }

    private static void ReadTyped(byte[] record)
    {
        using JsonDocument document = ResponseJson.Parse(record);
        JsonElement job = document.RootElement;
        GC.KeepAlive(V4Records.ReadResult(job, job.GetStatus()!.Value));
    }

    private static int RunsOf(Action work)
    {
        long start = Stopwatch.GetTimestamp();
        int runs = 0;
        for (; Stopwatch.GetElapsedTime(start) < WarmUp; runs++)
        {
            work();
        }

        return Math.Max(1, (int)(runs * (Sample / WarmUp)));
    }

    private static Figure MeasureOnce(Action work, int runs)
    {
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < runs; i++)
        {
            work();
        }

        double nanoseconds = Stopwatch.GetElapsedTime(start).TotalNanoseconds;
        return new Figure(nanoseconds / runs, (GC.GetAllocatedBytesForCurrentThread() - bytes) / runs);
    }

    private sealed record Part(string Name, Action ByHand, Action Typed);

    private readonly record struct Figure(double Nanoseconds, long Bytes);
}
