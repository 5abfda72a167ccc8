using Microsoft.Extensions.DependencyInjection;

namespace FmeTyped.Hosting;

/// <summary>Finds the client that AddFmeFlow registered.</summary>
internal static class FmeFlowServices
{
    /// <param name="services">The app's services.</param>
    /// <param name="name">The client's name; null or empty for the client without a name.</param>
    public static FmeFlowClient GetClient(this IServiceProvider services, string? name) =>
        string.IsNullOrEmpty(name) ? services.GetRequiredService<FmeFlowClient>() : services.GetRequiredKeyedService<FmeFlowClient>(name);
}
