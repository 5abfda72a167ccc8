using FmeTyped.Blazor.Jobs;

namespace FmeTyped.Blazor;

/// <summary>
/// A job in an address, for a page of your own with <see cref="FmeJobView"/>. It is protected by ASP.NET Core's data protection: nobody finds the jobs of
/// others by counting ids. Whoever has the address sees the job.
/// </summary>
public static class FmeJobLink
{
    internal const string Purpose = "FmeTyped.Blazor.JobLink";

    /// <summary>Makes the text that stands for a job in an address.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="job">The job.</param>
    /// <returns>Letters, digits, hyphens and underscores.</returns>
    public static string Create(IServiceProvider services, FmeJob job)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(job);
        return JobLink.Protect(services, job, Purpose);
    }
}
