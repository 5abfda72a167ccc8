using FmeTyped;
using FmeTyped.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds to what <c>AddFmeFlow</c> added.</summary>
public static class FmeFlowHttpClientBuilderExtensions
{
    /// <summary>
    /// Compares workspaces with the server before the app starts. With <see cref="FmeStartCheck.Fail"/> an app whose code is out of date, or whose server
    /// cannot be reached, does not start.
    /// </summary>
    /// <param name="builder">What <c>AddFmeFlow</c> returned.</param>
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
        builder.Services.AddSingleton<IHostedService>(services =>
            new StartCheckService(services.GetClient(name), check, [.. workspaces], services.GetRequiredService<ILogger<FmeFlowClient>>()));
        return builder;
    }
}
