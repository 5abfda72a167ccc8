using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace FmeTyped.Testing.Tests;

/// <summary>A user's unit tests, with a client that is replaced by a mocking library: no server, no socket.</summary>
public sealed class ReplacedClientTests
{
    private static readonly IFmeRequest Order = Substitute.For<IFmeRequest>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_lost_submission_is_looked_for_and_its_job_waited_for()
    {
        FmeSubmissionUnknownException lost = FmeTestData.SubmissionUnknown("key");
        using var fme = Substitute.For<FmeFlowClient>();
        var job = Substitute.For<FmeJob>();
        FmeSubmissionSearch found = FmeTestData.Found(job);
        fme.RunAsync(Order, Arg.Any<FmeRunOptions?>(), Token).ThrowsAsync(lost);
        fme.FindSubmissionAsync(lost, Token).Returns(found);
        job.WaitAsync(Arg.Any<FmeWaitOptions?>(), Token).Returns(new FmeJobResult { Id = 7, FeatureCount = 3 });

        Assert.Equal(3, await RunOrFindAsync(fme));

        await fme.Received(1).RunAsync(Order, null, Token);
        Assert.Equal("key", lost.CorrelationKey);
    }

    [Fact]
    public async Task A_lost_submission_without_a_job_is_sent_again()
    {
        FmeSubmissionUnknownException lost = FmeTestData.SubmissionUnknown();
        using var fme = Substitute.For<FmeFlowClient>();
        fme.RunAsync(Order, Arg.Any<FmeRunOptions?>(), Token).Returns(_ => throw lost, _ => new FmeJobResult { Id = 8, FeatureCount = 4 });
        fme.FindSubmissionAsync(lost, Token).Returns(FmeTestData.Absent());

        Assert.Equal(4, await RunOrFindAsync(fme));
    }

    [Fact]
    public async Task What_is_not_replaced_says_so()
    {
        using FmeFlowClient fme = Substitute.ForPartsOf<FmeFlowClient>();

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => fme.GetJob(1).GetRecordAsync(Token));

        Assert.Contains("Replace the method that the test calls", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_parts_of_a_client_can_be_replaced_too()
    {
        using var fme = Substitute.For<FmeFlowClient>();
        var jobs = Substitute.For<FmeJobs>();
        var resources = Substitute.For<FmeResources>();
        fme.Jobs.Returns(jobs);
        fme.Resources.Returns(resources);
        jobs.ListAsync(null, Token).Returns(FmeTestData.JobList(new FmeJobRecord { Id = 5 }, new FmeJobRecord { Id = 6 }));
        resources.OpenReadAsync("c", "p", Token).Returns(new MemoryStream([1]));

        List<long> ids = [];
        await foreach (FmeJobRecord record in fme.ListJobsAsync(cancellationToken: Token))
        {
            ids.Add(record.Id);
        }

        Assert.Equal([5, 6], ids);
        Assert.Equal(1, (await fme.Resources.OpenReadAsync("c", "p", Token)).Length);
    }

    [Fact]
    public void Every_exception_can_be_made()
    {
        FmeException[] made =
        [
            FmeTestData.SubmissionUnknown(),
            FmeTestData.JobFailed(new FmeJobResult { Id = 1 }),
            FmeTestData.WaitTimeout(1, TimeSpan.FromSeconds(1)),
            FmeTestData.JobPurged(1),
            FmeTestData.Invalid(new FmeValidationError(FmeValidationErrorKind.Missing, "A", "is missing.")),
            FmeTestData.ResultTooLarge(10),
            FmeTestData.ServerUnavailable(),
            FmeTestData.Error<FmeException>("m"),
            FmeTestData.Error<FmeUnauthorizedException>("m"),
            FmeTestData.Error<FmeForbiddenException>("m"),
            FmeTestData.Error<FmeNotFoundException>("m"),
            FmeTestData.Error<FmeNotSupportedException>("m"),
            FmeTestData.Error<FmeParametersRefusedException>("m"),
            FmeTestData.Error<FmeProtocolException>("m"),
            FmeTestData.Error<FmeNoResultException>("m"),
            FmeTestData.Error<FmeResultExpiredException>("m"),
        ];

        Assert.Equal(
            typeof(FmeException).Assembly.GetExportedTypes().Where(typeof(FmeException).IsAssignableFrom).Select(type => type.Name).Order(),
            made.Select(error => error.GetType().Name).Order());
        Assert.Throws<ArgumentException>(() => FmeTestData.Error<FmeWaitTimeoutException>("m"));
    }

    // What a user's service does.
    private static async Task<long?> RunOrFindAsync(FmeFlowClient fme)
    {
        try
        {
            return (await fme.RunAsync(Order, Token)).FeatureCount;
        }
        catch (FmeSubmissionUnknownException lost)
        {
            FmeSubmissionSearch search = await fme.FindSubmissionAsync(lost, Token);
            return (search.IsFound ? await search.Job.WaitAsync(Token) : await fme.RunAsync(Order, Token)).FeatureCount;
        }
    }
}
