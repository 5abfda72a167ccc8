using System.Text.Json;
using FmeTyped.Schema.Facts;

namespace FmeTyped.Schema.Tests.Facts;

public sealed class ServiceNamesTests
{
    private const string V4Document = "openapi-fme-flow-rest-api-v4-2025-04-tech-preview.json";

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(null, false)]
    public void Only_true_means_registered(bool? registered, bool expected) => Assert.Equal(expected, ServiceNames.IsRegistered(registered));

    [CorpusFact]
    public void The_records_of_both_versions_of_one_workspace_name_the_same_services()
    {
        using JsonDocument v3 = JsonDocument.Parse(Corpus.Read("rest", "v3", "workspace-detail-single.json"));
        using JsonDocument v4 = JsonDocument.Parse(Corpus.Read("rest", "v4", "workspace-detail-single.json"));

        IEnumerable<string?> inV3 = v3.RootElement.GetProperty("services").EnumerateArray().Select(service => service.GetProperty("name").GetString());
        IEnumerable<string?> inV4 = v4.RootElement.GetProperty("services").EnumerateObject()
            .Where(service => ServiceNames.IsRegistered(service.Value.GetProperty(ServiceNames.RegisteredMember).GetBoolean()))
            .Select(service => ServiceNames.InAddresses(service.Name));

        Assert.Equal(inV3.Order(StringComparer.Ordinal), inV4.Order(StringComparer.Ordinal));
    }

    [CorpusFact]
    public void The_vendors_document_has_these_names_and_says_of_each_whether_it_is_registered()
    {
        using JsonDocument document = JsonDocument.Parse(Corpus.Read("rest", "v4", V4Document));
        JsonElement schemas = document.RootElement.GetProperty("components").GetProperty("schemas");
        JsonProperty[] services = [.. schemas.GetProperty("Services").GetProperty("properties").EnumerateObject()];

        Assert.Equal(
            [ServiceNames.DataDownload, ServiceNames.DataStreaming, ServiceNames.JobSubmitter, ServiceNames.KmlNetworkLink, ServiceNames.Notification],
            services.Select(service => service.Name));
        Assert.All(services, service =>
        {
            string schema = service.Value.GetProperty("$ref").GetString()!.Split('/')[^1];
            Assert.Equal(
                "boolean", schemas.GetProperty(schema).GetProperty("properties").GetProperty(ServiceNames.RegisteredMember).GetProperty("type").GetString());
        });
    }
}
