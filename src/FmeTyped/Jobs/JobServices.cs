namespace FmeTyped;

/// <summary>The services that a client's job handles use.</summary>
internal sealed record JobServices(
    ApiVersionSelector<IJobApi> Jobs,
    IServiceApi Services,
    JobWaiter Waiter,
    LongPolling LongPolling,
    JobLister Lister,
    Uploader Uploader,
    Redactor Redactor,
    Uri ServerUrl,
    ClientTelemetry Telemetry,
    TimeProvider TimeProvider);
