using System.Reflection;
using FmeTyped.Metadata;
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
        fme.RunAsync(Order, Arg.Any<FmeRunOptions?>(), Token).ThrowsAsync(lost);
        fme.FindSubmissionAsync(lost, Token).Returns(job);
        job.WaitAsync(Arg.Any<FmeWaitOptions?>(), Token).Returns(FmeTestData.JobResult(7, featureCount: 3));

        Assert.Equal(3, await RunOrFindAsync(fme));

        await fme.Received(1).RunAsync(Order, null, Token);
        Assert.Equal("key", lost.CorrelationKey);
    }

    [Fact]
    public async Task A_lost_submission_without_a_job_is_sent_again()
    {
        FmeSubmissionUnknownException lost = FmeTestData.SubmissionUnknown();
        using var fme = Substitute.For<FmeFlowClient>();
        fme.RunAsync(Order, Arg.Any<FmeRunOptions?>(), Token).Returns(_ => throw lost, _ => FmeTestData.JobResult(8, featureCount: 4));
        fme.FindSubmissionAsync(lost, Token).Returns((FmeJob?)null);

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
        var resources = Substitute.For<FmeResources>();
        fme.Resources.Returns(resources);
        fme.ListJobsAsync(null, Token).Returns(FmeTestData.JobList(FmeTestData.JobRecord(5), FmeTestData.JobRecord(6)));
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
            FmeTestData.JobFailed(FmeTestData.JobResult(1)),
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
            FmeTestData.NoResult(1, isExpired: true),
        ];

        Assert.Equal(
            typeof(FmeException).Assembly.GetExportedTypes().Where(typeof(FmeException).IsAssignableFrom).Select(type => type.Name).Order(),
            made.Select(error => error.GetType().Name).Order());
        Assert.Throws<ArgumentException>(() => FmeTestData.Error<FmeWaitTimeoutException>("m"));
    }

    // Every property has a value of its own, so that none is mixed up with another.
    [Fact]
    public void Every_result_can_be_made_with_all_it_has()
    {
        object[] made =
        [
            Made(nameof(FmeTestData.JobResult)),
            Made(nameof(FmeTestData.JobRecord)),
            Made(nameof(FmeTestData.LogEntry)),
            Made(nameof(FmeTestData.JobExplanation)),
            Made(nameof(FmeTestData.BatchProgress)),
            Made(nameof(FmeTestData.UploadProgress)),
            Made(nameof(FmeTestData.ResourceEntry)),
            Made(nameof(FmeTestData.BatchItem)),
        ];

        Assert.Equal(8, made.Length);
    }

    [Fact]
    public async Task A_download_can_be_made()
    {
        await using FmeDownload download = FmeTestData.Download(new MemoryStream([1, 2, 3]), "roads.zip", "application/zip", jobId: 7);
        using var copy = new MemoryStream();

        await download.CopyToAsync(copy, Token);

        Assert.Equal([1, 2, 3], copy.ToArray());
        Assert.Equal(("roads.zip", "application/zip", 3L, 7L), (download.FileName, download.MediaType, download.Length, download.JobId));
        await Assert.ThrowsAsync<InvalidOperationException>(() => download.CopyToAsync(copy, Token));
    }

    [Fact]
    public void A_cancelled_call_can_be_made()
    {
        FmeSubmissionUnknownException lost = FmeTestData.SubmissionUnknown("key");

        Assert.Same(lost, FmeTestData.Canceled(lost).Submission);
        Assert.Null(FmeTestData.Canceled(jobId: 7).Submission);
        Assert.Equal(7, FmeTestData.Canceled(jobId: 7).JobId);
    }

    // Calls the method with arguments that are all different, and looks for each in the property of its name.
    private static object Made(string name)
    {
        MethodInfo method = typeof(FmeTestData).GetMethod(name)!;
        method = method.IsGenericMethodDefinition ? method.MakeGenericMethod(typeof(IFmeRequest)) : method;
        ParameterInfo[] parameters = method.GetParameters();
        object?[] arguments =
            [.. parameters.Select((parameter, index) => Argument(Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType, index + 1))];

        object made = method.Invoke(null, arguments)!;

        foreach ((ParameterInfo parameter, object? argument) in parameters.Zip(arguments))
        {
            object? value = made.GetType().GetProperty(parameter.Name!, BindingFlags.IgnoreCase | BindingFlags.Public | BindingFlags.Instance)!.GetValue(made);
            Assert.Equal(argument, value is FmeJobStatus status ? status.Text : value);
        }

        return made;
    }

    private static object? Argument(Type type, int number) => type switch
    {
        _ when type == typeof(string) => $"text {number}",
        _ when type == typeof(long) => (long)number,
        _ when type == typeof(double) => (double)number,
        _ when type == typeof(bool) => true,
        _ when type == typeof(DateTimeOffset) => DateTimeOffset.UnixEpoch.AddDays(number),
        _ when type == typeof(TimeSpan) => TimeSpan.FromDays(number),
        _ when type == typeof(Uri) => new Uri($"https://fme.example.com/{number}"),
        _ when type.IsEnum => Enum.ToObject(type, number),
        _ when type == typeof(IReadOnlyList<string>) => new[] { $"item {number}" },
        _ when type == typeof(IReadOnlyDictionary<string, string>) => new Dictionary<string, string> { ["a"] = $"value {number}" },
        _ when type == typeof(IReadOnlyDictionary<string, FmeParameterValue>) => new Dictionary<string, FmeParameterValue> { ["a"] = $"value {number}" },
        _ when type == typeof(FmeJobResult) => FmeTestData.JobResult(number),
        _ when type == typeof(FmeLogEntry) => FmeTestData.LogEntry($"message {number}"),
        _ when type == typeof(FmeJob) => Substitute.For<FmeJob>(),
        _ when type == typeof(Exception) => new InvalidOperationException(),
        _ when type == typeof(IFmeRequest) => Order,
        _ => throw new ArgumentException($"There is no value of {type}."),
    };

    // What a user's service does.
    private static async Task<long?> RunOrFindAsync(FmeFlowClient fme)
    {
        try
        {
            return (await fme.RunAsync(Order, Token)).FeatureCount;
        }
        catch (FmeSubmissionUnknownException lost)
        {
            FmeJob? job = await fme.FindSubmissionAsync(lost, Token);
            return (job is null ? await fme.RunAsync(Order, Token) : await job.WaitAsync(Token)).FeatureCount;
        }
    }
}
