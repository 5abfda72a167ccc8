namespace FmeTyped;

/// <summary>What the handles of a client's jobs work with.</summary>
internal sealed record JobServices(
    ApiVersionSelector<IJobApi> Jobs,
    IServiceApi Services,
    JobWaiter Waiter,
    JobLister Lister,
    Uploader Uploader,
    Redactor Redactor,
    Uri ServerUrl,
    TimeProvider TimeProvider);
