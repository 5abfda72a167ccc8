using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FmeTyped.Reliability.Tests.Fme.Proofs;
using FmeTyped.Testing;
using Microsoft.Extensions.Logging;

namespace FmeTyped.Reliability.Tests.Server;

/// <summary>A server with a few things on it, the network before it, and a client that knows the server's build already.</summary>
internal sealed class Scene : IAsyncDisposable
{
    public const string User = "admin";
    public const string Password = "a password";
    public const string Data = "FME_SHAREDRESOURCE_DATA";

    public const string Webhook = "order";

    // Both builds have it.
    private const string WebhookPath =
        "/fmerest/v3/automations/workflows/0c6f2a34-51de-4a8b-9f07-2d8f6f1f5a10/7be0d1c2-96a4-4c7e-8d1b-3f5a9e0c6b22/message";

    public static readonly JsonTypeInfo<string> Message = (JsonTypeInfo<string>)JsonSerializerOptions.Default.GetTypeInfo(typeof(string));

    public static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(100);
    public static readonly TimeSpan WaitTimeout = TimeSpan.FromMinutes(10);

    private readonly TemporaryFolder _folder = new();

    private Scene(FmeFlowEmulator flow, SteppedTime time)
    {
        Flow = flow;
        Time = time;
        flow.OnRun<Reproject>(_ => JobNeverEnds
            ? FmeJobOutcome.NeverEnds()
            : FmeJobOutcome.Success(("roads", 7)) with { Files = [FmeResultFile.From("roads.geojson", "{\"features\":[]}")] });
        NewClient();
    }

    public FmeFlowEmulator Flow { get; }

    public SteppedTime Time { get; }

    public Network Network { get; private set; } = null!;

    public FmeFlowClient Client { get; private set; } = null!;

    public bool JobNeverEnds { get; set; }

    /// <summary>A job that was there before.</summary>
    public FmeJob Job { get; set; } = null!;

    /// <summary>A submission whose answer was lost.</summary>
    public FmeSubmissionUnknownException Unknown { get; private set; } = null!;

    /// <summary>The id of a token that was there before.</summary>
    public string TokenId { get; set; } = "";

    /// <summary>What is secret of each request.</summary>
    public const string Secret = "kR7/\"hunter\"";

    public static Reproject Request => new() { Coordsys = "LL84", Key = new FmeSecret(Secret) };

    public static Reproject RequestWithFile => Request with { Source = File };

    public static FmeFile File => FmeFile.FromStream("a.txt", static _ => new(new MemoryStream(Encoding.UTF8.GetBytes("the content"))));

    /// <summary>A folder of this machine, with a file in it.</summary>
    public string Folder => _folder.Path;

    /// <summary>The journal of the latest batch.</summary>
    public string Journal { get; private set; } = "";

    public string NewJournal() => Journal = Path.Combine(Folder, $"{Guid.NewGuid():N}.journal");

    public static async Task<Scene> StartAsync(int build, bool isAlone = false)
    {
        var time = new SteppedTime { IsAlone = isAlone };
        FmeFlowEmulator flow = await FmeFlowEmulator.StartAsync(new FmeFlowEmulatorOptions
        {
            SchemaFiles = [Repository.PathOf("tests", "FmeTyped.Reliability.Tests", "workspaces.json")],
            BuildNumber = build,
            Listens = false,
            User = User,
            Password = Password,
            TimeProvider = time,
            WorkspaceFiles = { ["Proofs"] = new() { ["reproject.fmw"] = "the workspace"u8.ToArray() } },
        });
        flow.Files.Write($"$({Data})/proofs/a.txt", "the content"u8.ToArray());
        var scene = new Scene(flow, time);
        Directory.CreateDirectory(Path.Combine(scene.Folder, "upload"));
        await System.IO.File.WriteAllTextAsync(Path.Combine(scene.Folder, "upload", "b.txt"), "the content");
        return scene;
    }

    public FmeFlowOptions Options() => new()
    {
        ServerUrl = Flow.ServerUrl,
        Token = Flow.Token,
        RequestTimeout = RequestTimeout,
        WaitTimeout = WaitTimeout,
        TimeProvider = Time,
        Webhooks = { [Webhook] = new Uri(Flow.ServerUrl, WebhookPath) },
    };

    /// <summary>A client that has asked for the server's build, on a network of its own.</summary>
    public async Task RenewAsync()
    {
        NewClient();
        await new FmeFlowAdministration(Client).GetBuildAsync();
    }

    /// <summary>Submits something, and loses the answer.</summary>
    public async Task LoseSubmissionAsync()
    {
        Network.Fault = Fault.All(static () => { }).Single(fault => fault.Name == "reset after the request was sent");
        Unknown = await Assert.ThrowsAsync<FmeSubmissionUnknownException>(() => Client.SubmitAsync(Request));
        Network.Fault = null;
    }

    /// <summary>A client that knows nothing of the server yet.</summary>
    public void Forget() => NewClient();

    public async ValueTask DisposeAsync()
    {
        await Flow.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>A client over a network, and what stands in front of it.</summary>
    public void Use(Network network, HttpClient http, ILogger<FmeFlowClient>? logger = null)
    {
        Network = network;
        Client = new FmeFlowClient(Options(), http, logger);
    }

    private void NewClient()
    {
        var network = new Network(Flow.CreateHandler(), Time);
        Use(network, new HttpClient(network) { Timeout = Timeout.InfiniteTimeSpan });
    }
}
