using FmeTyped.Metadata;
using FmeTyped.Tests.Requests;
using FmeTyped.Tests.Server;

namespace FmeTyped.Tests.Client;

/// <summary>What a submitter says of something that fails after a submission has left, and is none of this project's errors.</summary>
public sealed class SubmitterTests
{
    private const string Secret = "hunter/2";

    private static readonly FmeParameterDescriptor Key = new("KEY", FmeParameterKind.Secret);

    [Fact]
    public async Task It_shows_no_secret_and_remembers_them_for_the_job()
    {
        var redactor = new Redactor();
        var factory = new SubmissionFactory(new FmeFlowOptions { ServerUrl = new Uri("https://fme.example.com"), Token = Tokens.Marker });
        var submitter = new Submitter(factory, uploader: null!, redactor);
        var request = new TestRequest(writer => writer.WriteSecret(Key, new FmeSecret(Secret)), Key);

        var error = await Assert.ThrowsAsync<FmeSubmissionUnknownException>(() => submitter.RunAsync<int>(
            request,
            new FmeRunOptions(),
            ErrorContext.Submitting,
            static (submission, _) =>
            {
                submission.Leave(DateTimeOffset.UnixEpoch);
                throw new InvalidOperationException($"Cannot log {Secret}");
            },
            TestContext.Current.CancellationToken));

        Assert.DoesNotContain(Secret, error.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("Cannot log ***", error.InnerException!.Message, StringComparison.Ordinal);
        redactor.Found(error.CorrelationKey!, 42);
        Assert.Equal("KEY is ***", redactor.Redact($"KEY is {Secret}", job: 42));
    }
}
