using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using FmeTyped.Benchmarks.Contestants;
using FmeTyped.Benchmarks.Measuring;
using FmeTyped.Benchmarks.Orders;

namespace FmeTyped.Benchmarks.Tables;

/// <summary>Building a request, and writing the body of its submission into a buffer that is there already.</summary>
internal static class RequestTable
{
    private const int Rounds = 601;
    private const string ByHand = "hand-written";
    private const string Key = "0123456789abcdef0123456789abcdef";

    // Shorter than a time slice, so that most samples are left alone on a machine that does something else too.
    private static readonly TimeSpan Sample = TimeSpan.FromMicroseconds(400);

    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(700);
    private static readonly ArrayBufferWriter<byte> Buffer = new(64 * 1024);
    private static readonly Utf8JsonWriter Json = new(Buffer);
    private static readonly MemoryStream Stream = new(new byte[64 * 1024]);

    public static void PrintV4()
    {
        Console.WriteLine($"Median (quartiles) of {Rounds} interleaved rounds; ratios round by round. {Machine.Description}.");
        Print("8 parameters, version 4", Austin());
        Print("40 parameters, version 4", Survey());
        Print("8 parameters with a colour and a date, version 4", Plot(HandWrittenBody.V4, V4Body.Write));
        Print("40 parameters with a colour and a date, version 4", Atlas(HandWrittenBody.V4, V4Body.Write));
#if !VENDOR_DOCUMENT
        Console.WriteLine();
        Console.WriteLine("Without the row of NSwag: the vendor's OpenAPI document is not beside the repository.");
#endif
    }

    /// <summary>In a process of its own: the runtime optimises the walk over the parameters for the version that it saw first, and a server has one.</summary>
    public static void PrintV3()
    {
        Print("8 parameters, version 3", V3(AustinOrders.Typed, AustinOrders.Repository, AustinOrders.Workspace, AustinOrders.Dto, (json, dto) =>
            HandWrittenBody.V3.Write(json, AustinOrders.Repository, AustinOrders.Workspace, dto, Key)));
        Print("40 parameters, version 3", V3(SurveyOrders.Typed, SurveyOrders.Repository, SurveyOrders.Workspace, SurveyOrders.Dto, (json, dto) =>
            HandWrittenBody.V3.Write(json, SurveyOrders.Repository, SurveyOrders.Workspace, dto, Key)));
        Print("8 parameters with a colour and a date, version 3", Plot(HandWrittenBody.V3, V3Body.Write));
        Print("40 parameters with a colour and a date, version 3", Atlas(HandWrittenBody.V3, V3Body.Write));
    }

    private static void Print(string title, IReadOnlyList<Contestant> contestants)
    {
        CheckBodies(contestants);
        IReadOnlyList<Figures> building = Measure(contestants, contestant => contestant.Build());
        IReadOnlyList<Figures> writing = Measure(contestants, contestant => contestant.WriteOnce());
        int baseline = contestants.ToList().FindIndex(contestant => contestant.Name == ByHand);

        Console.WriteLine();
        Console.WriteLine($"**{title}**");
        Console.WriteLine();
        Console.WriteLine("| | build, ns | bytes | write, ns | bytes | write, to hand-written |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach ((Contestant contestant, Figures built, Figures written) in contestants.Zip(building, writing))
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {contestant.Name} | {Spread.OfMany(built.Nanoseconds).ToString("0")} | {built.Bytes} | "
                    + $"{Spread.OfMany(written.Nanoseconds).ToString("0")} | {written.Bytes} | "
                    + $"{Spread.OfMany(Measuring.Rounds.Ratios(written.Nanoseconds, writing[baseline].Nanoseconds)).ToString("0.00")} |"));
        }
    }

    private static List<Contestant> Austin()
    {
        AustinDto dto = AustinOrders.Dto();
        SubmitBody<AustinDto> body = Bodies.From(AustinOrders.Repository, AustinOrders.Workspace, dto);
        Dictionary<string, object> dictionary = AustinOrders.Dictionary();
        return
        [
            ByHandOf(AustinOrders.Dto, json => HandWrittenBody.V4.Write(json, AustinOrders.Repository, AustinOrders.Workspace, dto, Key)),
            Typed(AustinOrders.Typed, AustinOrders.Repository, AustinOrders.Workspace, V4Body.Write),
            new(
                "System.Text.Json, source-generated",
                () => Bodies.From(AustinOrders.Repository, AustinOrders.Workspace, AustinOrders.Dto()),
                () => WriteJson(json => JsonSerializer.Serialize(json, body, DtoJson.Default.SubmitBodyAustinDto))),
            new("dictionary", AustinOrders.Dictionary, () => WriteText(Bodies.Text(AustinOrders.Repository, AustinOrders.Workspace, dictionary))),
            new(
                "Refit",
                () => Bodies.From(AustinOrders.Repository, AustinOrders.Workspace, AustinOrders.Dto()),
                () => WriteContent(RefitBodies.Serializer.ToHttpContent(body))),
#if VENDOR_DOCUMENT
            Vendor(AustinOrders.Repository, AustinOrders.Workspace, AustinOrders.Dictionary),
#endif
        ];
    }

    private static List<Contestant> Survey()
    {
        SurveyDto dto = SurveyOrders.Dto();
        SubmitBody<SurveyDto> body = Bodies.From(SurveyOrders.Repository, SurveyOrders.Workspace, dto);
        Dictionary<string, object> dictionary = SurveyOrders.Dictionary();
        return
        [
            ByHandOf(SurveyOrders.Dto, json => HandWrittenBody.V4.Write(json, SurveyOrders.Repository, SurveyOrders.Workspace, dto, Key)),
            Typed(SurveyOrders.Typed, SurveyOrders.Repository, SurveyOrders.Workspace, V4Body.Write),
            new(
                "System.Text.Json, source-generated",
                () => Bodies.From(SurveyOrders.Repository, SurveyOrders.Workspace, SurveyOrders.Dto()),
                () => WriteJson(json => JsonSerializer.Serialize(json, body, DtoJson.Default.SubmitBodySurveyDto))),
            new("dictionary", SurveyOrders.Dictionary, () => WriteText(Bodies.Text(SurveyOrders.Repository, SurveyOrders.Workspace, dictionary))),
            new(
                "Refit",
                () => Bodies.From(SurveyOrders.Repository, SurveyOrders.Workspace, SurveyOrders.Dto()),
                () => WriteContent(RefitBodies.Serializer.ToHttpContent(body))),
#if VENDOR_DOCUMENT
            Vendor(SurveyOrders.Repository, SurveyOrders.Workspace, SurveyOrders.Dictionary),
#endif
        ];
    }

    private static List<Contestant> Plot(HandWrittenBody byHand, Action<Utf8JsonWriter, Submission> write)
    {
        PlotDto dto = PlotOrders.PlotDto();
        return
        [
            ByHandOf(PlotOrders.PlotDto, json => byHand.Write(json, PlotOrders.Repository, PlotOrders.PlotWorkspace, dto, Key)),
            Typed(PlotOrders.Plot, PlotOrders.Repository, PlotOrders.PlotWorkspace, write),
        ];
    }

    private static List<Contestant> Atlas(HandWrittenBody byHand, Action<Utf8JsonWriter, Submission> write)
    {
        AtlasDto dto = PlotOrders.AtlasDto();
        return
        [
            ByHandOf(PlotOrders.AtlasDto, json => byHand.Write(json, PlotOrders.Repository, PlotOrders.AtlasWorkspace, dto, Key)),
            Typed(PlotOrders.Atlas, PlotOrders.Repository, PlotOrders.AtlasWorkspace, write),
        ];
    }

    private static List<Contestant> V3<TDto>(Func<IFmeRequest> typed, string repository, string workspace, Func<TDto> dtoOf, Action<Utf8JsonWriter, TDto> write)
        where TDto : class
    {
        TDto dto = dtoOf();
        return [ByHandOf(dtoOf, json => write(json, dto)), Typed(typed, repository, workspace, V3Body.Write)];
    }

    private static Contestant ByHandOf(Func<object> build, Action<Utf8JsonWriter> write) => new(ByHand, build, () => WriteJson(write));

    private static Contestant Typed(Func<IFmeRequest> build, string repository, string workspace, Action<Utf8JsonWriter, Submission> write)
    {
        var submission = new Submission(build(), repository, workspace, new FmeRunOptions()) { CorrelationKey = Key };
        Action<Utf8JsonWriter> writeIt = json => write(json, submission);
        return new("FmeTyped", build, () => WriteJson(writeIt));
    }

#if VENDOR_DOCUMENT
    private static Contestant Vendor(string repository, string workspace, Func<Dictionary<string, object>> build)
    {
        FmeTyped.Benchmarks.Vendor.NewJobRequest body = VendorBodies.From(repository, workspace, build());
        var settings = new JsonSerializerOptions();
        return new("NSwag", () => VendorBodies.From(repository, workspace, build()), () => JsonSerializer.SerializeToUtf8Bytes(body, settings).Length);
    }
#endif

    private static int WriteJson(Action<Utf8JsonWriter> write)
    {
        Buffer.ResetWrittenCount();
        Json.Reset();
        write(Json);
        Json.Flush();
        return Buffer.WrittenCount;
    }

    private static int WriteText(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return WriteContent(content);
    }

    private static int WriteContent(HttpContent content)
    {
        Stream.Position = 0;
        content.CopyToAsync(Stream).GetAwaiter().GetResult();
        return (int)Stream.Position;
    }

    // What is compared says the same.
    private static void CheckBodies(IReadOnlyList<Contestant> contestants)
    {
        int expected = contestants[0].Write();
        foreach (Contestant contestant in contestants.Where(contestant => contestant.Name is "FmeTyped" or "Refit"))
        {
            if (contestant.Write() != expected)
            {
                throw new InvalidOperationException($"The body of {contestant.Name} differs from the one written by hand.");
            }
        }
    }

    private static List<Figures> Measure(IReadOnlyList<Contestant> contestants, Func<Contestant, object> work)
    {
        int[] runs = [.. contestants.Select(contestant => RunsOf(contestant, work))];
        IReadOnlyList<Figure[]> figures = Measuring.Rounds.RunAsync(
            [.. Enumerable.Range(0, contestants.Count)],
            Rounds,
            index => Task.FromResult(MeasureOnce(contestants[index], work, runs[index]))).GetAwaiter().GetResult();
        return [.. figures.Select(rounds => new Figures([.. rounds.Select(figure => figure.Nanoseconds)], rounds.Min(figure => figure.Bytes)))];
    }

    private static int RunsOf(Contestant contestant, Func<Contestant, object> work)
    {
        long start = Stopwatch.GetTimestamp();
        int runs = 0;
        for (; Stopwatch.GetElapsedTime(start) < WarmUp; runs++)
        {
            GC.KeepAlive(work(contestant));
        }

        return Math.Max(1, (int)(runs * (Sample / WarmUp)));
    }

    private static Figure MeasureOnce(Contestant contestant, Func<Contestant, object> work, int runs)
    {
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < runs; i++)
        {
            GC.KeepAlive(work(contestant));
        }

        double nanoseconds = Stopwatch.GetElapsedTime(start).TotalNanoseconds;
        return new Figure(nanoseconds / runs, (GC.GetAllocatedBytesForCurrentThread() - bytes) / runs);
    }

    private sealed record Contestant(string Name, Func<object> Build, Func<int> Write)
    {
        private int _length;

        public Contestant WriteOnce()
        {
            _length = Write();
            return this;
        }
    }

    private readonly record struct Figure(double Nanoseconds, long Bytes);

    private readonly record struct Figures(double[] Nanoseconds, long Bytes);
}
