using FmeTyped;
using FmeTyped.Administration;
using FmeTyped.Hosting;
using FmeTyped.Metadata;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds access to an FME Flow beyond running workspaces to an app's services.</summary>
public static class FmeFlowAdministrationServiceCollectionExtensions
{
    /// <summary>Adds an <see cref="FmeFlowAdministration"/> as a singleton that uses the client that <c>AddFmeFlow</c> added.</summary>
    /// <param name="services">The services.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddFmeFlowAdministration(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        return services.AddSingleton(provider => AdministrationOf(provider, name: ""));
    }

    /// <summary>Adds one of several <see cref="FmeFlowAdministration"/>, as a singleton with the key of its client.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The name that was passed to <c>AddFmeFlow</c>.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddFmeFlowAdministration(this IServiceCollection services, string name)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        return services.AddKeyedSingleton(name, (provider, _) => AdministrationOf(provider, name));
    }

    /// <summary>
    /// Compares workspaces with the server before the app starts. With <see cref="FmeStartCheck.Fail"/> an app whose code is out of date, or whose server
    /// cannot be reached, does not start.
    /// </summary>
    /// <param name="builder">The builder that <c>AddFmeFlow</c> returned.</param>
    /// <param name="check">What to do about differences.</param>
    /// <param name="workspaces">The workspaces, as generated types describe them: <c>AustinDownload.Descriptor</c>.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The builder is none of a client of FME Flow.</exception>
    public static IHttpClientBuilder AddStartCheck(this IHttpClientBuilder builder, FmeStartCheck check, params FmeWorkspaceDescriptor[] workspaces)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(workspaces);
        if (!Enum.IsDefined(check))
        {
            throw new ArgumentOutOfRangeException(nameof(check), check, "It is neither Warn nor Fail.");
        }

        string name = HttpClientNames.ClientOf(builder.Name) ?? throw new ArgumentException("Call it on what AddFmeFlow returns.", nameof(builder));
        builder.Services.AddSingleton<IHostedService>(services => new StartCheckService(
            AdministrationOf(services, name),
            check,
            [.. workspaces],
            services.GetRequiredService<IOptionsMonitor<FmeFlowOptions>>().Get(name),
            services.GetRequiredService<ILogger<FmeFlowClient>>()));
        return builder;
    }

    private static FmeFlowAdministration AdministrationOf(IServiceProvider services, string name) => new(services.GetClient(name));
}
