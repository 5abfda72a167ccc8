using System.Diagnostics.Metrics;
using System.Net;
using FmeTyped.Metadata;
using FmeTyped.Tests.Sample;
using FmeTyped.Tests.Server;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;

namespace FmeTyped.Hosting.Tests;

public sealed class AddFmeFlowTests
{
    private const string Ended = """{"id":42,"status":"SUCCESS"}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_is_there_and_sends_over_the_factorys_handlers()
    {
        using var server = new StubServer().Answer(Ended);
        ServiceCollection services = [];
        services.AddFmeFlow(Set).ConfigurePrimaryHttpMessageHandler(() => new Kept(server));
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider.GetRequiredService<FmeFlowClient>().GetJob(42).GetRecordAsync(Token);

        Assert.Same(provider.GetRequiredService<FmeFlowClient>(), provider.GetRequiredService<FmeFlowClient>());
        Assert.Equal($"fmetoken token={Tokens.Marker}", Assert.Single(server.Requests).Authorization);
    }

    [Fact]
    public async Task Named_clients_are_keyed_services_with_options_of_their_own()
    {
        using var prod = new StubServer().Answer(Ended);
        using var test = new StubServer().Answer(Ended);
        ServiceCollection services = [];
        services.AddFmeFlow("prod", Set).ConfigurePrimaryHttpMessageHandler(() => new Kept(prod));
        services.AddFmeFlow("test", options =>
        {
            Set(options);
            options.ServerUrl = new Uri("https://test.example.com");
        }).ConfigurePrimaryHttpMessageHandler(() => new Kept(test));
        services.AddTransient<Consumer>();
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider.GetRequiredService<Consumer>().Prod.GetJob(42).GetRecordAsync(Token);
        await provider.GetRequiredKeyedService<FmeFlowClient>("test").GetJob(42).GetRecordAsync(Token);

        Assert.Single(prod.Requests);
        Assert.Single(test.Requests);
        Assert.Null(provider.GetService<FmeFlowClient>());
    }

    [Fact]
    public async Task Metrics_are_of_the_containers_own_meter()
    {
        using var server = new StubServer().Answer(Ended).Answer(Ended);
        ServiceCollection services = [];
        services.AddFmeFlow(Set).ConfigurePrimaryHttpMessageHandler(() => new Kept(server));
        await using ServiceProvider provider = services.BuildServiceProvider();
        await using ServiceProvider other = services.BuildServiceProvider();
        using var polls = new MetricCollector<long>(provider.GetRequiredService<IMeterFactory>(), FmeFlowClient.TelemetryName, "fme.job.polls");

        await provider.GetRequiredService<FmeFlowClient>().GetJob(42).WaitAsync(Token);
        await other.GetRequiredService<FmeFlowClient>().GetJob(42).WaitAsync(Token);

        Assert.Single(polls.GetMeasurementSnapshot());
    }

    [Fact]
    public void Options_come_from_configuration()
    {
        ServiceCollection services = [];
        services.AddFmeFlow(Configuration(new()
        {
            ["Fme:ServerUrl"] = "https://fme.example.com/proxy",
            ["Fme:Token"] = "token",
            ["Fme:ApiVersion"] = "v4",
            ["Fme:Repositories:Samples"] = "Samples-Test",
            ["Fme:Queues:Samples:austinDownload.fmw"] = "Downloads",
            ["Fme:Webhooks:parcels"] = "https://fme.example.com/fmeapiv4/automations/1/2/message",
            ["Fme:WebhookTokens:parcels"] = "token",
            ["Fme:RequestTimeout"] = "00:00:30",
            ["Fme:WaitTimeout"] = "00:05:00",
        }));
        using ServiceProvider provider = services.BuildServiceProvider();

        FmeFlowOptions options = provider.GetRequiredService<IOptions<FmeFlowOptions>>().Value;

        Assert.Equal(new Uri("https://fme.example.com/proxy"), options.ServerUrl);
        Assert.Equal("token", options.Token);
        Assert.Equal(FmeApiVersion.V4, options.ApiVersion);
        Assert.Equal("Samples-Test", options.Repositories["Samples"]);
        Assert.Equal("Downloads", options.Queues["Samples"]["austinDownload.fmw"]);
        Assert.Equal(new Uri("https://fme.example.com/fmeapiv4/automations/1/2/message"), options.Webhooks["parcels"]);
        Assert.Equal("token", options.WebhookTokens["parcels"]);
        Assert.Equal(TimeSpan.FromSeconds(30), options.RequestTimeout);
        Assert.Equal(TimeSpan.FromMinutes(5), options.WaitTimeout);
    }

    [Fact]
    public async Task All_faults_are_told_at_start_by_their_keys_and_without_secrets()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddFmeFlow("prod", Configuration(new()
        {
            ["Fme:ServerUrl"] = "ftp://fme.example.com",
            ["Fme:Token"] = Tokens.Marker + "\n",
            ["Fme:RequestTimeout"] = "-00:00:30",
        }));
        using IHost host = builder.Build();

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Token));

        Assert.Equal(
            ["Fme:ServerUrl has", "Fme:Token has", "Fme:RequestTimeout has"], error.Failures.Select(failure => string.Join(' ', failure.Split(' ').Take(2))));
        Assert.DoesNotContain(Tokens.Marker, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_of_options_set_in_code_name_the_option()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddFmeFlow(options => options.Token = "token");
        using IHost host = builder.Build();

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Token));

        Assert.StartsWith("FmeFlowOptions.ServerUrl is missing.", Assert.Single(error.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_request_takes_a_client_of_the_factory_so_that_handlers_can_be_renewed()
    {
        using var server = new StubServer().Answer(Ended).Answer(Ended);
        var factory = new CountingFactory(server);
        ServiceCollection services = [];
        services.AddFmeFlow(Set);
        services.AddSingleton<IHttpClientFactory>(factory);
        await using ServiceProvider provider = services.BuildServiceProvider();
        FmeFlowClient fme = provider.GetRequiredService<FmeFlowClient>();

        await fme.GetJob(42).GetRecordAsync(Token);
        await fme.GetJob(42).GetRecordAsync(Token);

        Assert.Equal(["FmeTyped", "FmeTyped"], factory.Names);
    }

    [Fact]
    public async Task The_factorys_log_does_not_show_the_token()
    {
        using var server = new StubServer().Answer(Ended).Answer("""{"id":42}""");
        var log = new FakeLoggerProvider();
        ServiceCollection services = [];
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        services.AddFmeFlow(Set).ConfigurePrimaryHttpMessageHandler(() => new Kept(server));
        await using ServiceProvider provider = services.BuildServiceProvider();
        FmeFlowClient fme = provider.GetRequiredService<FmeFlowClient>();

        await fme.GetJob(42).GetRecordAsync(Token);
        await fme.SubmitAsync(new AustinDownload(), Token);

        IReadOnlyList<FakeLogRecord> records = log.Collector.GetSnapshot();
        Assert.Contains(records, record => record.Message.Contains("Authorization: *", StringComparison.Ordinal));
        Assert.All(records, record => Assert.DoesNotContain(Tokens.Marker, record.ToString() + record.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(FmeStartCheck.Warn, "[]", true, 30)]
    [InlineData(FmeStartCheck.Fail, "[]", true, 30)]
    [InlineData(FmeStartCheck.Warn, """[{"name":"NEW","type":"TEXT","optional":false}]""", true, 31)]
    [InlineData(FmeStartCheck.Fail, """[{"name":"NEW","type":"TEXT","optional":false}]""", false, 0)]
    [InlineData(FmeStartCheck.Fail, """[{"name":"NEW","type":"TEXT","optional":true}]""", true, 31)]
    [InlineData(FmeStartCheck.Warn, null, true, 32)]
    [InlineData(FmeStartCheck.Fail, null, false, 0)]
    public async Task A_check_at_start_warns_or_keeps_the_app_from_starting(FmeStartCheck check, string? parameters, bool starts, int eventId)
    {
        using var server = new StubServer();
        _ = parameters is null ? server.Answer(HttpStatusCode.ServiceUnavailable) : server.Answer(parameters);
        var log = new FakeLoggerProvider();
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Logging.AddProvider(log);
        builder.Services.AddFmeFlow("prod", Set)
            .ConfigurePrimaryHttpMessageHandler(() => new Kept(server))
            .AddStartCheck(check, new FmeWorkspaceDescriptor("Samples", "roads.fmw"));
        using IHost host = builder.Build();

        Exception? error = await Record.ExceptionAsync(() => host.StartAsync(Token));

        Assert.Equal(starts, error is null);
        if (parameters is not null && !starts)
        {
            Assert.Contains(
                "Samples/roads.fmw: NEW is new, and has to be set", Assert.IsType<FmeWorkspacesChangedException>(error).Message, StringComparison.Ordinal);
        }

        if (eventId > 0)
        {
            Assert.Contains(log.Collector.GetSnapshot(), record => record.Id.Id == eventId && record.Category == typeof(FmeFlowClient).FullName);
        }
    }

    [Theory]
    [InlineData("Fme:Repositories:Sampels", "Repositories has 'Sampels', but no workspace that is checked is of that repository. Did you mean 'Samples'?")]
    [InlineData("Fme:Queues:Archive:roads.fmw", "Queues has 'Archive', but no workspace that is checked is of that repository.")]
    [InlineData("Fme:Queues:Samples:raods.fmw", "Queues:Samples has 'raods.fmw', but no workspace that is checked is of that name. Did you mean 'roads.fmw'?")]
    [InlineData("Fme:Repositories:Samples", null)]
    [InlineData("Fme:Queues:Samples:roads.fmw", null)]
    public async Task A_check_at_start_tells_of_names_in_the_configuration_that_no_workspace_has(string key, string? message)
    {
        using var server = new StubServer().Answer("[]");
        var log = new FakeLoggerProvider();
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Logging.AddProvider(log);
        builder.Services.AddFmeFlow(Configuration(new()
        {
            ["Fme:ServerUrl"] = "https://fme.example.com",
            ["Fme:Token"] = "token",
            ["Fme:ApiVersion"] = "V3",
            [key] = "Other",
        }))
            .ConfigurePrimaryHttpMessageHandler(() => new Kept(server))
            .AddStartCheck(FmeStartCheck.Fail, new FmeWorkspaceDescriptor("Samples", "roads.fmw"));
        using IHost host = builder.Build();

        await host.StartAsync(Token);

        Assert.Equal(
            message is null ? [] : [$"Entries of the options have no effect on the workspaces that are checked. {message}"],
            log.Collector.GetSnapshot().Where(record => record.Id.Id == 33).Select(record => record.Message));
    }

    [Fact]
    public void A_check_belongs_to_a_client()
    {
        ServiceCollection services = [];

        Assert.Throws<ArgumentException>(() => services.AddHttpClient("other").AddStartCheck(FmeStartCheck.Warn));
        Assert.Throws<ArgumentOutOfRangeException>(() => services.AddFmeFlow(Set).AddStartCheck(0));
    }

    [Theory]
    [InlineData("""{"status":"ok"}""", HttpStatusCode.OK, HttpStatusCode.OK, HealthStatus.Healthy)]
    [InlineData("""{"status":"ok"}""", HttpStatusCode.OK, HttpStatusCode.Unauthorized, HealthStatus.Degraded)]
    [InlineData("""{"status":"notReady","message":"Soon."}""", HttpStatusCode.ServiceUnavailable, null, HealthStatus.Degraded)]
    [InlineData("", HttpStatusCode.BadGateway, null, HealthStatus.Degraded)]
    public async Task Health_is_that_of_the_server_and_of_the_token(string body, HttpStatusCode status, HttpStatusCode? access, HealthStatus expected)
    {
        using var server = new StubServer().Answer(status, body);
        if (access is { } answered)
        {
            server.Answer(answered, "{}");
        }

        ServiceCollection services = [];
        services.AddLogging();
        services.AddFmeFlow(Set).ConfigurePrimaryHttpMessageHandler(() => new Kept(server));
        services.AddHealthChecks().AddFmeFlow(failureStatus: HealthStatus.Degraded);
        await using ServiceProvider provider = services.BuildServiceProvider();

        HealthReport report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(Token);

        Assert.Equal(expected, report.Status);
        Assert.Equal(access is null ? 1 : 2, server.Requests.Count);
        if (access == HttpStatusCode.OK)
        {
            Assert.Equal("GET /fmerest/v3/repositories?limit=1&offset=0", server.Lines.Last());
        }
    }

    [Fact]
    public async Task Each_named_client_has_a_health_check_of_its_own()
    {
        using var prod = new StubServer().Answer("""{"status":"ok"}""").Answer("{}");
        using var test = new StubServer().Answer(HttpStatusCode.BadGateway);
        ServiceCollection services = [];
        services.AddLogging();
        services.AddFmeFlow("prod", Set).ConfigurePrimaryHttpMessageHandler(() => new Kept(prod));
        services.AddFmeFlow("test", Set).ConfigurePrimaryHttpMessageHandler(() => new Kept(test));
        services.AddHealthChecks().AddFmeFlow("prod").AddFmeFlow("test", "spare", tags: ["ready"], timeout: TimeSpan.FromMinutes(1));
        await using ServiceProvider provider = services.BuildServiceProvider();

        HealthReport report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(Token);

        Assert.Equal(
            [("fme-flow-prod", HealthStatus.Healthy), ("spare", HealthStatus.Unhealthy)],
            report.Entries.Select(entry => (entry.Key, entry.Value.Status)).Order());
        Assert.Equal(["ready"], report.Entries["spare"].Tags);
        HealthCheckRegistration registration =
            provider.GetRequiredService<IOptions<HealthCheckServiceOptions>>().Value.Registrations.Single(check => check.Name == "spare");
        Assert.Equal(TimeSpan.FromMinutes(1), registration.Timeout);
    }

    private static IConfigurationSection Configuration(Dictionary<string, string?> values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values).Build().GetSection("Fme");

    private static void Set(FmeFlowOptions options)
    {
        options.ServerUrl = new Uri("https://fme.example.com");
        options.Token = Tokens.Marker;
        options.ApiVersion = FmeApiVersion.V3;
    }

    private sealed class Consumer([FromKeyedServices("prod")] FmeFlowClient prod)
    {
        public FmeFlowClient Prod => prod;
    }

    /// <summary>The factory disposes of its handlers, and the test of its server.</summary>
    private sealed class Kept(HttpMessageHandler server) : HttpMessageHandler
    {
        private readonly HttpMessageInvoker _server = new(server, disposeHandler: false);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            _server.SendAsync(request, cancellationToken);
    }

    private sealed class CountingFactory(HttpMessageHandler server) : IHttpClientFactory
    {
        public List<string> Names { get; } = [];

        public HttpClient CreateClient(string name)
        {
            Names.Add(name);
            return new HttpClient(server, disposeHandler: false);
        }
    }
}
