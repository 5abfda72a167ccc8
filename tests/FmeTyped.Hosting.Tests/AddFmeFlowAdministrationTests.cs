using FmeTyped.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace FmeTyped.Hosting.Tests;

public sealed class AddFmeFlowAdministrationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_client_has_an_administration_of_its_name()
    {
        ServiceCollection services = [];
        services.AddFmeFlow(Set);
        services.AddFmeFlow("prod", Set);
        services.AddFmeFlowAdministration().AddFmeFlowAdministration("prod");
        await using ServiceProvider provider = services.BuildServiceProvider();

        FmeFlowAdministration one = provider.GetRequiredService<FmeFlowAdministration>();
        FmeFlowAdministration prod = provider.GetRequiredKeyedService<FmeFlowAdministration>("prod");

        Assert.Same(one, provider.GetRequiredService<FmeFlowAdministration>());
        Assert.NotSame(one, prod);
        Assert.Empty((await prod.VerifyAsync([], Token)).Differences);
    }

    [Fact]
    public async Task A_derived_class_replaces_it_without_a_client()
    {
        await Assert.ThrowsAsync<NotImplementedException>(() => new Replaced().VerifyAsync([], Token));
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => new Bare().VerifyAsync([], Token));
        Assert.Equal("Bare has no client. Override the member that was called, or give it a client.", error.Message);
    }

    private static void Set(FmeFlowOptions options)
    {
        options.ServerUrl = new Uri("https://fme.example.com");
        options.Token = "token";
        options.ApiVersion = FmeApiVersion.V4;
    }

    private sealed class Replaced : FmeFlowAdministration
    {
        public override Task<FmeVerification> VerifyAsync(IEnumerable<FmeWorkspaceDescriptor> workspaces, CancellationToken cancellationToken = default) =>
            throw new NotImplementedException();
    }

    private sealed class Bare : FmeFlowAdministration;
}
