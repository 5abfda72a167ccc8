#if VENDOR_DOCUMENT
using FmeTyped.Benchmarks.Vendor;

namespace FmeTyped.Benchmarks.Contestants;

/// <summary>The bodies that the client knows which NSwag makes of the vendor's document: typed around the parameters, and a dictionary for them.</summary>
internal static class VendorBodies
{
    public static NewJobRequest From(string repository, string workspace, Dictionary<string, object> parameters) => new()
    {
        Repository = repository,
        Workspace = workspace,
        PublishedParameters = parameters,
        Directives = new Dictionary<string, string> { ["fmetypedCorrelationKey"] = Guid.NewGuid().ToString("N") },
    };
}
#endif
