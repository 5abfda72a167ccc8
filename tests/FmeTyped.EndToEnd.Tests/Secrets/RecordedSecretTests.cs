using System.Net;
using FmeTyped.EndToEnd.Tests.Recordings;
using FmeTyped.Testing;

namespace FmeTyped.EndToEnd.Tests.Secrets;

/// <summary>
/// No secret gets into a recording, or onto the recorder's console: of every operation, on a server that works and on one that echoes what it is sent.
/// </summary>
public sealed class RecordedSecretTests : IDisposable
{
    private const string Host = "fme.corp.example";

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Emulated.V3, false)]
    [InlineData(Emulated.V3, true)]
    [InlineData(Emulated.V4, false)]
    [InlineData(Emulated.V4, true)]
    public async Task Of_no_operation(int build, bool withValues)
    {
        await using FmeFlowEmulator flow = await FmeFlowEmulator.StartAsync(
            new FmeFlowEmulatorOptions
            {
                SchemaFiles =
                [
                    Repository.PathOf("workspaces.json"), Repository.PathOf("tests", "FmeTyped.EndToEnd.Tests", "Secrets", "vault.workspaces.json"),
                ],
                BuildNumber = build,
                Token = Marker.Token,
                User = Marker.User,
                Password = Marker.UserPassword,
            },
            Token);
        CallerScript.Prepare(flow);

        int count = await RecordAllAsync(flow.CreateHandler(), FmeApiVersion.Auto, withValues);

        Assert.True(count > 60, $"Only {count} exchanges were recorded.");
    }

    [Theory]
    [InlineData(FmeApiVersion.V3, HttpStatusCode.OK, false)]
    [InlineData(FmeApiVersion.V4, HttpStatusCode.OK, true)]
    [InlineData(FmeApiVersion.V4, HttpStatusCode.UnprocessableEntity, true)]
    public async Task Of_no_echo(FmeApiVersion version, HttpStatusCode status, bool withValues)
    {
        int count = 0;
        foreach ((_, Func<string, HttpResponseMessage> answer) in EchoHandler.Answers)
        {
            count += await RecordAllAsync(new EchoHandler(status, answer), version, withValues);
        }

        Assert.True(count > 400, $"Only {count} exchanges were recorded.");
    }

    private async Task<int> RecordAllAsync(HttpMessageHandler handler, FmeApiVersion version, bool withValues)
    {
        string folder = _folder.PathOf(Guid.NewGuid().ToString("N"));
        using var console = new StringWriter();
        await using (RecordedServer recorded = await RecordedServer.StartAsync(new Uri($"https://{Host}/"), handler, folder, withValues, console))
        {
            using var fme = new FmeFlowClient(new FmeFlowOptions
            {
                ServerUrl = recorded.Url,
                Token = Marker.Token,
                ApiVersion = version,

                // Of this clock, so that no wait takes long and no request is given up.
                TimeProvider = new HastyTime(),
                RequestTimeout = TimeSpan.FromHours(5),
            });
            foreach ((_, Func<FmeFlowClient, CancellationToken, Task<object?>> run) in Operations.All(_folder.Path))
            {
                try
                {
                    await run(fme, Token);
                }
                catch (Exception fault) when (fault is FmeException or IOException or HttpRequestException)
                {
                    // What fails is recorded, too.
                }
            }
        }

        string[] files = Directory.GetFiles(folder);
        foreach (string text in files.Select(File.ReadAllText).Append(console.ToString()))
        {
            Assert.True(Marker.FindIn(text) is null, $"{Marker.FindIn(text)} is in {text}");
            Assert.DoesNotContain(Host, text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain($"\"{Marker.User}", text, StringComparison.Ordinal);
        }

        return files.Length - 1;
    }
}
