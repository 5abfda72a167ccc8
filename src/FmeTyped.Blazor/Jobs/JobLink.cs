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

    public static string Protect(IServiceProvider services, FmeJob job) => Protector(services).Protect(job.ToHandle().ToString());

    /// <summary>The handle; null for a text that this application did not make.</summary>
    public static FmeJobHandle? Read(IServiceProvider services, string text)
    {
        try
        {
            return FmeJobHandle.TryParse(Protector(services).Unprotect(text), out FmeJobHandle? handle) ? handle : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The address of the page with a job.</summary>
    public static string Add(IServiceProvider services, NavigationManager navigation, FmeJob job) =>
        navigation.GetUriWithQueryParameter(QueryName, Protect(services, job));

    /// <summary>The address of the page without a job.</summary>
    public static string Remove(NavigationManager navigation) => navigation.GetUriWithQueryParameter(QueryName, (string?)null);

    private static IDataProtector Protector(IServiceProvider services) =>
        services.GetRequiredService<IDataProtectionProvider>().CreateProtector("FmeTyped.Blazor.Job");
}
