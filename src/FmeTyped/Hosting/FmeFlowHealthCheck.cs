using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FmeTyped;

/// <summary>
/// Checks that the server is ready to run jobs and takes the client's token: two reads. Add it with <c>AddHealthChecks().AddCheck&lt;FmeFlowHealthCheck&gt;("fme")</c>.
/// </summary>
public sealed class FmeFlowHealthCheck : IHealthCheck
{
    private readonly FmeFlowClient _client;

    /// <summary>A check.</summary>
    /// <param name="client">The client whose server and token are checked.</param>
    public FmeFlowHealthCheck(FmeFlowClient client) => _client = client ?? throw new ArgumentNullException(nameof(client));

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            FmeServerHealth health = await _client.Server.GetReadinessAsync(cancellationToken).ConfigureAwait(false);
            if (!health.IsOk)
            {
                return new HealthCheckResult(
                    context.Registration.FailureStatus, health.ToString(), data: health.Components.ToDictionary(component => component.Key, component => (object)component.Value));
            }

            await _client.Repositories.CheckAccessAsync(cancellationToken).ConfigureAwait(false);
            return HealthCheckResult.Healthy(health.ToString());
        }
        catch (FmeException failure)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, failure.Message);
        }
    }
}
