namespace FmeTyped.Tests.Server;

internal static class StubServerClients
{
    /// <summary>A client of this server that polls; of version 3, so that the script need not begin with the question for the version.</summary>
    public static FmeFlowClient Client(this StubServer server, TimeProvider? timeProvider = null, Action<FmeFlowOptions>? configure = null)
    {
        var options = new FmeFlowOptions
        {
            ServerUrl = new Uri("https://fme.example.com"),
            Token = Tokens.Marker,
            ApiVersion = FmeApiVersion.V3,
            LongPollTime = TimeSpan.Zero,
            TimeProvider = timeProvider ?? TimeProvider.System,
        };
        configure?.Invoke(options);
        return new FmeFlowClient(options, new HttpClient(server));
    }
}
