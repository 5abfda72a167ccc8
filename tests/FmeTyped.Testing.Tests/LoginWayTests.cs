using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace FmeTyped.Testing.Tests;

/// <summary>Each way in, on the builds that differ: the project's client, and the token service and <c>/tokens</c> as any client calls them.</summary>
public sealed class LoginWayTests
{
    private static readonly AustinDownload Order = new() { Maxy = 42 };

    public static MatrixTheoryData<int, string> Ways =>
        new([21000, 22337, 25208, 26018, 26103], ["fixed token", "user", "Basic", "token service", "/tokens"]);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_client_gets_in_and_runs_a_job(int build, string way)
    {
        await using Flow flow = await Flow.StartAsync(new FmeFlowEmulatorOptions
        {
            SchemaFiles = [Flow.SchemaFile], Token = Flow.Token, User = "admin", Password = "secret", BuildNumber = build,
        });
        var options = new FmeFlowOptions { ServerUrl = flow.Emulator.ServerUrl };
        switch (way)
        {
            case "user":
                options.TokenProvider = FmeTokenProvider.ForUser("admin", "secret");
                break;
            case "Basic":
                options.TokenProvider = FmeTokenProvider.ForBasic("admin", "secret");
                break;
            default:
                options.Token = await TokenAsync(flow, build, way);
                break;
        }

        using var fme = new FmeFlowClient(options);
        FmeJobResult result = await fme.RunAsync(Order, Cancelled);
        Assert.Equal(1, result.Id);
        Assert.Equal(Order, Assert.Single(flow.Emulator.Submissions).Read<AustinDownload>());
    }

    private static async Task<string> TokenAsync(Flow flow, int build, string way)
    {
        switch (way)
        {
            case "token service":
                var form = new FormUrlEncodedContent([new("user", "admin"), new("password", "secret"), new("expiration", "1"), new("timeunit", "hour")]);
                using (HttpResponseMessage response = await flow.SendAsync(HttpMethod.Post, "/fmetoken/service/generate", form))
                {
                    return await response.Content.ReadAsStringAsync(Cancelled);
                }

            case "/tokens":
                flow.Http.DefaultRequestHeaders.Authorization =
                    new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("admin:secret")));
                string root = build < 25208 ? "/fmerest/v3" : "/fmeapiv4";
                return (await flow.PostAsync($"{root}/tokens", """{"name":"n","enabled":true}""", HttpStatusCode.Created)).GetProperty("token").GetString()!;
            default:
                return Flow.Token;
        }
    }
}
