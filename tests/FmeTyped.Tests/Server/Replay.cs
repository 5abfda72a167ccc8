using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace FmeTyped.Tests.Server;

/// <summary>Replays recorded answers over real HTTP.</summary>
internal sealed class Replay : IDisposable
{
    public FmeApiVersion ApiVersion { get; init; } = FmeApiVersion.V3;

    public WireMockServer Server { get; } = WireMockServer.Start();

    public Replay On(string method, string path, int status, string body, string contentType = "application/json")
    {
        Server
            .Given(Request.Create().WithPath(path).UsingMethod(method))
            .RespondWith(Response.Create().WithStatusCode(status).WithHeader("Content-Type", contentType).WithBody(body));
        return this;
    }

    public Replay On(string method, string path, IResponseBuilder response)
    {
        Server.Given(Request.Create().WithPath(path).UsingMethod(method)).RespondWith(response);
        return this;
    }

    public int Count(string method) => Server.LogEntries.Count(entry => entry.RequestMessage!.Method == method);

    public FmeFlowClient Client() => new(Options());

    public FmeFlowClient Client(HttpClient httpClient) => new(Options(), httpClient);

    public FmeFlowOptions Options() => new() { ServerUrl = new Uri(Server.Url!), Token = Tokens.Marker, ApiVersion = ApiVersion };

    public void Dispose() => Server.Dispose();
}
