using System.Net;
using FmeTyped.Metadata;
using FmeTyped.Tests.Requests;
using FmeTyped.Tests.Server;
using Microsoft.Extensions.Logging;

namespace FmeTyped.Tests.Client;

/// <summary>What is said of something that fails after a submission has left, and is none of this project's errors.</summary>
public sealed class SubmitterTests
{
    private const string Secret = "hunter/2";

    private static readonly FmeParameterDescriptor Key = new("KEY", FmeParameterKind.Secret);

    [Fact]
    public async Task It_shows_no_secret_and_remembers_them_for_the_job()
    {
        using var server = new StubServer().Answer(HttpStatusCode.Accepted, """{"id":41}""");
        using var http = new HttpClient(server);
        var options = new FmeFlowOptions { ServerUrl = new Uri("https://fme.example.com"), Token = Tokens.Marker, ApiVersion = FmeApiVersion.V4 };
        using var fme = new FmeFlowClient(options, http, new FailingLogger());
        var request = new TestRequest(writer => writer.WriteSecret(Key, new FmeSecret(Secret)), Key);

        var error = await Assert.ThrowsAsync<FmeSubmissionUnknownException>(() => fme.SubmitAsync(request, TestContext.Current.CancellationToken));

        Assert.DoesNotContain(Secret, error.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("Cannot log ***", error.InnerException!.Message, StringComparison.Ordinal);
        fme.Connection.Redactor.Found(error.CorrelationKey!, 42);
        Assert.Equal("KEY is ***", fme.Connection.Redactor.Redact($"KEY is {Secret}", job: 42));
    }

    private sealed class FailingLogger : ILogger<FmeFlowClient>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel == LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel == LogLevel.Information)
            {
                throw new InvalidOperationException($"Cannot log {Secret}");
            }
        }
    }
}
