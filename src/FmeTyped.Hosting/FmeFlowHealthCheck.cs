using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FmeTyped.Hosting;

/// <summary>Makes two reads: whether the server is ready to run jobs, and whether it accepts the client's token.</summary>
internal sealed class FmeFlowHealthCheck(FmeFlowClient client) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            HealthApi server = await client.Health.ForAsync(FirstV4Build.ForDiscovery, cancellationToken).ConfigureAwait(false);
            ServerHealth health = await server.GetHealthAsync(ready: true, cancellationToken).ConfigureAwait(false);
            if (!health.IsOk)
            {
                return new HealthCheckResult(
                    context.Registration.FailureStatus, health.ToString(), data: health.Components
                        .ToDictionary(component => component.Key, component => (object)component.Value));
            }

            await server.CheckAccessAsync(cancellationToken).ConfigureAwait(false);
            return HealthCheckResult.Healthy(health.ToString());
        }
        catch (FmeException failure)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, failure.Message);
        }
    }
}
