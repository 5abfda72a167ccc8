using System.Diagnostics.Metrics;
using FmeTyped;
using FmeTyped.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds clients of FME Flow to an app's services.</summary>
public static class FmeFlowServiceCollectionExtensions
{
    /// <summary>Adds an <see cref="FmeFlowClient"/> as a singleton.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options. They are validated when the app starts.</param>
    /// <returns>A builder for the handlers of the client's HttpClient.</returns>
    public static IHttpClientBuilder AddFmeFlow(this IServiceCollection services, Action<FmeFlowOptions> configure) =>
        AddFmeFlow(services, Options.Options.DefaultName, configure);

    /// <summary>Adds an <see cref="FmeFlowClient"/> as a singleton, with options from configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The section whose keys are the names of the options. The options are validated when the app starts.</param>
    /// <returns>A builder for the handlers of the client's HttpClient.</returns>
    public static IHttpClientBuilder AddFmeFlow(this IServiceCollection services, IConfiguration section) =>
        AddFmeFlow(services, Options.Options.DefaultName, section);

    /// <summary>Adds one of several <see cref="FmeFlowClient"/> instances as a keyed singleton: <c>[FromKeyedServices("prod")] FmeFlowClient</c>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The key, and the name of the options.</param>
    /// <param name="configure">Sets the options. They are validated when the app starts.</param>
    /// <returns>A builder for the handlers of the client's HttpClient.</returns>
    public static IHttpClientBuilder AddFmeFlow(this IServiceCollection services, string name, Action<FmeFlowOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(configure);
        services.Configure(name, configure);
        return Add(services, name, path: null);
    }

    /// <summary>
    /// Adds one of several <see cref="FmeFlowClient"/> instances as a keyed singleton, with options from configuration:
    /// <c>[FromKeyedServices("prod")] FmeFlowClient</c>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The key, and the name of the options.</param>
    /// <param name="section">The section whose keys are the names of the options. The options are validated when the app starts.</param>
    /// <returns>A builder for the handlers of the client's HttpClient.</returns>
    public static IHttpClientBuilder AddFmeFlow(this IServiceCollection services, string name, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(section);
        services.Configure<FmeFlowOptions>(name, section);
        return Add(services, name, (section as IConfigurationSection)?.Path);
    }

    private static IHttpClientBuilder Add(IServiceCollection services, string name, string? path)
    {
        bool isDefault = name == Options.Options.DefaultName;
        if (!services.Any(service => service.ServiceType == typeof(FmeFlowClient) && Equals(service.ServiceKey, isDefault ? null : name)))
        {
            services.AddOptions<FmeFlowOptions>(name).ValidateOnStart();
            services.AddSingleton<IValidateOptions<FmeFlowOptions>>(new FmeFlowOptionsValidator(name, path));
            if (isDefault)
            {
                services.AddSingleton(provider => NewClient(provider, name));
            }
            else
            {
                services.AddKeyedSingleton(name, (provider, _) => NewClient(provider, name));
            }
        }

        // The factory logs the headers of requests, including the token.
        return services.AddHttpClient(HttpClientNames.From(name))
            .ConfigurePrimaryHttpMessageHandler(FmeFlowClient.NewHandler)
            .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan)
            .RedactLoggedHeaders(["Authorization"]);
    }

    private static FmeFlowClient NewClient(IServiceProvider services, string name)
    {
        // One HttpClient for each request: a cached one would keep its handlers forever, but the factory has to renew them.
        IHttpClientFactory factory = services.GetRequiredService<IHttpClientFactory>();
        string httpClientName = HttpClientNames.From(name);
        return new FmeFlowClient(
            () => factory.CreateClient(httpClientName),
            services.GetRequiredService<IOptionsMonitor<FmeFlowOptions>>().Get(name),
            services.GetService<ILogger<FmeFlowClient>>(),
            services.GetService<IMeterFactory>());
    }
}
