namespace FmeTyped;

/// <summary>What the handles of a client's jobs work with.</summary>
internal sealed record JobServices(
    ApiVersionSelector<IJobApi> Jobs,
    JobRecords Records,
    JobWaiter Waiter,
    JobLister Lister,
    JobResults Results,
    Uploader Uploader,
    Redactor Redactor,
    Uri ServerUrl,
    TimeProvider TimeProvider);
