using FmeTyped.Benchmarks.Orders;
using Refit;

namespace FmeTyped.Benchmarks.Contestants;

/// <summary>Version 4 as Refit's users write it down.</summary>
internal interface IJobsApi
{
    [Post("/fmeapiv4/jobs")]
    Task<SubmitAnswer> SubmitAsync([Body] SubmitBody<AustinDto> body, CancellationToken cancellationToken);

    [Get("/fmeapiv4/jobs/{id}")]
    Task<JobAnswer> GetAsync(long id, CancellationToken cancellationToken);
}
