using FmeTyped;
using FmeTyped.Testing;
using QuickStart.Fme.Samples;
using static QuickStart.Fme.Samples.AustinDownload;

namespace QuickStart;

/// <summary>Your FME Flow if FME_URL and FME_TOKEN are set, otherwise one in this process with the article's numbers.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly FmeFlowEmulator? _emulator;

    private Server(FmeFlowOptions options, FmeFlowEmulator? emulator)
    {
        Options = options;
        _emulator = emulator;
    }

    public FmeFlowOptions Options { get; }

    public bool IsEmulated => _emulator is not null;

    public bool AllAsExpected { get; private set; } = true;

    public static async Task<Server> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("FME_URL") is { Length: > 0 } url)
        {
            string token = Environment.GetEnvironmentVariable("FME_TOKEN") ?? throw new InvalidOperationException("FME_URL is set; set FME_TOKEN as well.");
            return new Server(new FmeFlowOptions { ServerUrl = new Uri(url), Token = token }, emulator: null);
        }

        FmeFlowEmulator emulator = await FmeFlowEmulator.StartAsync(new FmeFlowEmulatorOptions
        {
            SchemaFiles = [Path.Combine(AppContext.BaseDirectory, "workspaces.json")],
            QueueTime = TimeSpan.FromMilliseconds(150),
            RunTime = TimeSpan.FromMilliseconds(300),

            // FME Server 2022.0, as in the article: the client then uses REST v3. Without it, both use v4.
            BuildNumber = 22337,
        });
        emulator.OnRun<AustinDownload>(order => FmeJobOutcome.Success([.. (order.Themes ?? []).Select(Written)]));
        return new Server(new FmeFlowOptions { ServerUrl = emulator.ServerUrl, Token = emulator.Token }, emulator);
    }

    /// <summary>Checks a number from the article. Your own server has different numbers.</summary>
    public void Expect(long expected, long? actual)
    {
        if (IsEmulated && actual != expected)
        {
            Console.WriteLine($"  expected {expected}");
            AllAsExpected = false;
        }
    }

    public ValueTask DisposeAsync() => _emulator?.DisposeAsync() ?? ValueTask.CompletedTask;

    // Each theme is written to the feature type it is named after.
    private static (string FeatureType, long Count) Written(ThemesOption theme) => (Descriptor.GetChoice(theme).Value, theme switch
    {
        ThemesOption.Airports => 929,
        ThemesOption.Cenart => 3883,
        ThemesOption.Railroad => 610,
        ThemesOption.Streetcl => 61260,
        _ => 0,
    });
}
