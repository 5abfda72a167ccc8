using FmeTyped.Hosting;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds FME Flow to an app's health checks.</summary>
public static class FmeFlowHealthChecksBuilderExtensions
{
    /// <summary>Adds a check that the server is ready to run jobs and accepts the client's token.</summary>
    /// <param name="builder">The health checks.</param>
    /// <param name="client">The name that <c>AddFmeFlow</c> gave to the client; null for the client without a name.</param>
    /// <param name="name">The name of the check; null for <c>fme-flow</c>, or <c>fme-flow-prod</c> for a client named prod.</param>
    /// <param name="failureStatus">The status to report when the check fails; null for <see cref="HealthStatus.Unhealthy"/>.</param>
    /// <param name="tags">Tags for filtering checks.</param>
    /// <param name="timeout">How long the check may take; null for no limit other than that of the client's requests.</param>
    /// <returns>The health checks.</returns>
    public static IHealthChecksBuilder AddFmeFlow(
        this IHealthChecksBuilder builder,
        string? client = null,
        string? name = null,
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null,
        TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new HealthCheckRegistration(
            name ?? (string.IsNullOrEmpty(client) ? "fme-flow" : $"fme-flow-{client}"),
            services => new FmeFlowHealthCheck(services.GetClient(client)),
            failureStatus,
            tags,
            timeout));
    }
}
