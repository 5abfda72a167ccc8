using System.Security.Cryptography;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace FmeTyped.Blazor.Jobs;

/// <summary>
/// A job in an address. It is protected, so that nobody sees the jobs of others by counting, nor what the handle of a job says about the server.
/// </summary>
internal static class JobLink
{
    public const string QueryName = "fme-job";

    /// <param name="services">The services of the application.</param>
    /// <param name="job">The job.</param>
    /// <param name="purpose">What the address is for: an address that was made for something else is none.</param>
    public static string Protect(IServiceProvider services, FmeJob job, string purpose) => Protector(services, purpose).Protect(job.ToHandle().ToString());

    /// <summary>The job; null for a text that this application did not make, or that is of a server that it no longer talks to.</summary>
    public static FmeJob? Find(IServiceProvider services, FmeFlowClient fme, string text, string purpose)
    {
        try
        {
            return FmeJobHandle.TryParse(Protector(services, purpose).Unprotect(text), out FmeJobHandle? handle) ? fme.Resume(handle) : null;
        }
        catch (Exception fault) when (fault is CryptographicException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The address of the page with a job.</summary>
    public static string Add(IServiceProvider services, NavigationManager navigation, FmeJob job, string purpose) =>
        navigation.GetUriWithQueryParameter(QueryName, Protect(services, job, purpose));

    /// <summary>The address of the page without a job.</summary>
    public static string Remove(NavigationManager navigation) => navigation.GetUriWithQueryParameter(QueryName, (string?)null);

    private static IDataProtector Protector(IServiceProvider services, string purpose) =>
        services.GetRequiredService<IDataProtectionProvider>().CreateProtector("FmeTyped.Blazor.Job", purpose);
}
