using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using FmeTyped.Benchmarks.Fme.Samples;
using FmeTyped.Benchmarks.Orders;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Microsoft.Kiota.Serialization.Json;
using Refit;

namespace FmeTyped.Benchmarks.Contestants;

/// <summary>The contestants of a call. Each has a connection pool of its own, with the same settings.</summary>
internal static class Callers
{
    public const string ByHand = "hand-written";

    /// <summary>Nobody checks it.</summary>
    public static string Token { get; } = Guid.NewGuid().ToString("N");

    public static IReadOnlyList<ICaller> All(Uri server) =>
    [
        .. OfLimit(server),
        new Dto(server),
        new Dictionary(server),
        new RefitClient(server),
        new Kiota(server),
#if VENDOR_DOCUMENT
        new Vendor(server),
#endif
    ];

    /// <summary>The two that the goal is about.</summary>
    public static IReadOnlyList<ICaller> OfLimit(Uri server) => [new HandWritten(server, NewHttpClient()), new Typed(server, NewHttpClient())];

    /// <summary>The same, on a server without a network.</summary>
    public static IReadOnlyList<ICaller> OfLimit(Uri server, HttpMessageHandler handler) =>
        [new HandWritten(server, new HttpClient(handler)), new Typed(server, new HttpClient(handler))];

    /// <summary>A client with a connection pool of its own.</summary>
    public static HttpClient NewHttpClient(Uri? server = null) => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        BaseAddress = server,
        Timeout = Timeout.InfiniteTimeSpan,
    };

    // As most users do: what is the same for every request stands on the client.
    private static HttpClient NewHttpClientWithToken(Uri server)
    {
        HttpClient http = NewHttpClient(server);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("fmetoken", $"token={Token}");
        http.DefaultRequestHeaders.Accept.Add(new("application/json"));
        return http;
    }

    private static void Check(bool succeeded, string? status)
    {
        if (!succeeded)
        {
            throw new InvalidOperationException($"The job ended as {status}.");
        }
    }

    private sealed class Typed(Uri server, HttpClient http) : ICaller, IDisposable
    {
        private readonly FmeFlowClient _client = new(new FmeFlowOptions { ServerUrl = server, Token = Token, ApiVersion = FmeApiVersion.V4 }, http);
        private readonly AustinDownload _order = AustinOrders.Typed();

        public string Name => "FmeTyped";

        public Task RunAsync(CancellationToken cancellationToken) => _client.RunAsync(_order, cancellationToken: cancellationToken);

        public void Dispose() => _client.Dispose();
    }

    private sealed class HandWritten(Uri server, HttpClient http) : ICaller
    {
        private readonly HandWrittenClient _client = new(http, server, Token);
        private readonly AustinDto _order = AustinOrders.Dto();

        public string Name => ByHand;

        public Task RunAsync(CancellationToken cancellationToken) => _client.RunAsync(_order, cancellationToken);
    }

    private sealed class Dto(Uri server) : ICaller
    {
        private readonly HttpClient _http = NewHttpClientWithToken(server);
        private readonly AustinDto _order = AustinOrders.Dto();

        public string Name => "System.Text.Json, source-generated";

        public async Task RunAsync(CancellationToken cancellationToken)
        {
            using HttpResponseMessage response = await _http.PostAsJsonAsync(
                "/fmeapiv4/jobs", Bodies.From(AustinOrders.Repository, AustinOrders.Workspace, _order), DtoJson.Default.SubmitBodyAustinDto, cancellationToken);
            response.EnsureSuccessStatusCode();
            SubmitAnswer? answer = await response.Content.ReadFromJsonAsync(DtoJson.Default.SubmitAnswer, cancellationToken);
            JobAnswer? job = await _http.GetFromJsonAsync($"/fmeapiv4/jobs/{answer!.Id}", DtoJson.Default.JobAnswer, cancellationToken);
            Check(job!.Status == "success", job.Status);
        }
    }

    private sealed class Dictionary(Uri server) : ICaller
    {
        private readonly HttpClient _http = NewHttpClientWithToken(server);
        private readonly Dictionary<string, object> _order = AustinOrders.Dictionary();

        public string Name => "dictionary";

        public async Task RunAsync(CancellationToken cancellationToken)
        {
            using var content = new StringContent(Bodies.Text(AustinOrders.Repository, AustinOrders.Workspace, _order), Encoding.UTF8, "application/json");
            using HttpResponseMessage response = await _http.PostAsync("/fmeapiv4/jobs", content, cancellationToken);
            response.EnsureSuccessStatusCode();
            using JsonDocument answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellationToken));
            long id = answer.RootElement.GetProperty("id").GetInt64();
            using JsonDocument job = JsonDocument.Parse(await _http.GetStringAsync($"/fmeapiv4/jobs/{id}", cancellationToken));
            string? status = job.RootElement.GetProperty("status").GetString();
            Check(status == "success", status);
        }
    }

    private sealed class RefitClient(Uri server) : ICaller
    {
        private readonly IJobsApi _api = RestService.For<IJobsApi>(NewHttpClientWithToken(server), RefitBodies.Settings);
        private readonly AustinDto _order = AustinOrders.Dto();

        public string Name => "Refit";

        public async Task RunAsync(CancellationToken cancellationToken)
        {
            SubmitAnswer answer = await _api.SubmitAsync(Bodies.From(AustinOrders.Repository, AustinOrders.Workspace, _order), cancellationToken);
            JobAnswer job = await _api.GetAsync(answer.Id, cancellationToken);
            Check(job.Status == "success", job.Status);
        }
    }

    private sealed class Kiota : ICaller
    {
        private readonly KiotaClient _client;
        private readonly AustinDto _order = AustinOrders.Dto();

        public Kiota(Uri server)
        {
            ApiClientBuilder.RegisterDefaultSerializer<JsonSerializationWriterFactory>();
            ApiClientBuilder.RegisterDefaultDeserializer<JsonParseNodeFactory>();
            _client = new(new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), httpClient: NewHttpClient())
            {
                BaseUrl = server.ToString().TrimEnd('/'),
            });
        }

        public string Name => "Kiota";

        public async Task RunAsync(CancellationToken cancellationToken)
        {
            long id = (await _client.PostAsync(new KiotaSubmission(_order), cancellationToken))!.Id!.Value;
            KiotaJob? job = await _client.GetAsync(id, cancellationToken);
            Check(job!.Status == "success", job.Status);
        }
    }

#if VENDOR_DOCUMENT
    private sealed class Vendor : ICaller
    {
        private readonly FmeTyped.Benchmarks.Vendor.JobsVendorClient _client;
        private readonly Dictionary<string, object> _order = AustinOrders.Dictionary();

        public Vendor(Uri server) => _client = new(NewHttpClientWithToken(server)) { BaseUrl = new Uri(server, "/fmeapiv4").ToString() };

        public string Name => "NSwag";

        public async Task RunAsync(CancellationToken cancellationToken)
        {
            long id = (await _client.RunJobAsync(null, VendorBodies.From(AustinOrders.Repository, AustinOrders.Workspace, _order), cancellationToken)).Id;
            FmeTyped.Benchmarks.Vendor.JobResponse job = await _client.GetJobAsync(id, cancellationToken);
            Check(job.Status.ToString().Equals("success", StringComparison.OrdinalIgnoreCase), job.Status.ToString());
        }
    }
#endif
}
