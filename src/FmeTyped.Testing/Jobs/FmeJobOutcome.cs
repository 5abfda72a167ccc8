namespace FmeTyped.Testing;

/// <summary>
/// How a job of the emulator ends. Immutable; start from <see cref="Success"/>, <see cref="Failure"/>, <see cref="JobFailure"/>,
/// <see cref="InnerFailure"/> or <see cref="NeverEnds"/> and add further details:
/// <c>FmeJobOutcome.Failure("No such layer") with { Warnings = ["Empty bounding box"] }</c>.
/// </summary>
public sealed record FmeJobOutcome
{
    private readonly TimeSpan? _runTime;

    private FmeJobOutcome(JobStatus status, JobStatus resultStatus, string message)
    {
        Status = status;
        ResultStatus = resultStatus;
        Message = message;
    }

    /// <summary>FME's message at the end, such as <c>Translation Successful</c>.</summary>
    public string Message { get; }

    /// <summary>How many features of each feature type were written.</summary>
    public IReadOnlyList<(string FeatureType, long Count)> FeaturesWritten { get; init; } = [];

    /// <summary>Warnings in the job's log. The job's record counts them.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Further lines in the job's log.</summary>
    public IReadOnlyList<string> LogLines { get; init; } = [];

    /// <summary>The files the job writes, for streaming or download. They are available only if the job succeeds.</summary>
    public IReadOnlyList<FmeResultFile> Files { get; init; } = [];

    /// <summary>How long the job runs; null for <see cref="FmeFlowEmulatorOptions.RunTime"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public TimeSpan? RunTime
    {
        get => _runTime;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value ?? TimeSpan.Zero, TimeSpan.Zero, nameof(RunTime));
            _runTime = value;
        }
    }

    internal JobStatus Status { get; }

    /// <summary>The status inside the job's result, which on a real server can differ from the job's own.</summary>
    internal JobStatus ResultStatus { get; }

    internal bool RunsForever => Status == JobStatus.Running;

    /// <summary>The job succeeds.</summary>
    /// <param name="featuresWritten">How many features of each feature type were written; none writes no features.</param>
    public static FmeJobOutcome Success(params (string FeatureType, long Count)[] featuresWritten) =>
        new(JobStatus.Succeeded, JobStatus.Succeeded, "Translation Successful") { FeaturesWritten = featuresWritten };

    /// <summary>The translation runs and fails: <c>FME_FAILURE</c>.</summary>
    /// <param name="message">FME's message, such as <c>Terminator: Termination Message: 'Translation Terminated'</c>.</param>
    public static FmeJobOutcome Failure(string message) => new(JobStatus.Failed, JobStatus.Failed, message);

    /// <summary>The job cannot be run, for example because of a licence: <c>JOB_FAILURE</c>.</summary>
    /// <param name="message">FME's message.</param>
    public static FmeJobOutcome JobFailure(string message) => new(JobStatus.CouldNotRun, JobStatus.CouldNotRun, message);

    /// <summary>
    /// The job's own status is <c>SUCCESS</c> and the status in its result is <c>FME_FAILURE</c>. Real servers have responded like this,
    /// and a client must treat it as a failure.
    /// </summary>
    /// <param name="message">FME's message.</param>
    public static FmeJobOutcome InnerFailure(string message) => new(JobStatus.Succeeded, JobStatus.Failed, message);

    /// <summary>The job runs until it is cancelled, or until the time limit it was submitted with.</summary>
    public static FmeJobOutcome NeverEnds() => new(JobStatus.Running, JobStatus.Running, "");
}
