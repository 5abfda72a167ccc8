using System.Text.Json.Nodes;
using FmeTyped.AspNetCore.Tests.Fme.Town;
using FmeTyped.AspNetCore.Tests.Harness;
using Microsoft.AspNetCore.Builder;

namespace FmeTyped.AspNetCore.Tests;

/// <summary>The endpoints in the OpenAPI documents of the app.</summary>
public class DocumentTests
{
    [Theory]
    [InlineData("v1")]
    [InlineData("second")]
    public async Task Every_document_has_the_endpoints_with_their_bodies_and_responses(string name)
    {
        await using Town town = await Town.StartAsync(app => app.MapFmeWorkspace<Report>("/reports"));

        JsonNode document = await town.DocumentAsync(name);

        Assert.Equal(["/reports", "/reports/{id}", "/reports/{id}/result"], document["paths"]!.AsObject().Select(path => path.Key));
        JsonNode post = document["paths"]!["/reports"]!["post"]!;
        Assert.Equal("Parcel report", (string?)post["summary"]);
        Assert.Equal("#/components/schemas/Report", (string?)post["requestBody"]!["content"]!["application/json"]!["schema"]!["$ref"]);
        Assert.Equal(["202", "400", "413", "415", "501", "502", "503", "504"], post["responses"]!.AsObject().Select(response => response.Key));
        Assert.Equal(["get", "delete"], document["paths"]!["/reports/{id}"]!.AsObject().Select(verb => verb.Key));
        Assert.Equal("id", (string?)document["paths"]!["/reports/{id}"]!["get"]!["parameters"]![0]!["name"]);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""
            {"PARCEL_ID":{"minLength":1,"type":"string","title":"Parcel:"},
            "PAPER_SIZE":{"enum":["A4","A3",""],"type":"string","title":"Paper size:","description":"A4: Sheet; A3: Poster.","default":"A4"},
            "DISTANCE":{"maximum":500,"minimum":0,"type":"integer","title":"Distance:","format":"int64","default":50},
            "DB_PASSWORD":{"type":"string","title":"Password:","format":"password","writeOnly":true}}
            """),
            document["components"]!["schemas"]!["Report"]!["properties"]!));
    }

    [Fact]
    public async Task Files_stand_in_the_form_and_what_the_host_sets_nowhere()
    {
        await using Town town = await Town.StartAsync(app => app.MapFmeWorkspace<Import>("/imports", options =>
        {
            options.HostParameters.Add("CUSTOMER");
            options.Prepare = (_, import) => import with { Customer = "host" };
        }));

        JsonNode document = await town.DocumentAsync();

        JsonObject content = document["paths"]!["/imports"]!["post"]!["requestBody"]!["content"]!.AsObject();
        Assert.Equal(["multipart/form-data"], content.Select(type => type.Key));
        JsonNode form = document["components"]!["schemas"]!["ImportForm"]!;
        Assert.Equal(["SOURCE", "EXTRAS", "OVERWRITE"], form["properties"]!.AsObject().Select(property => property.Key));
        Assert.Equal("binary", (string?)form["properties"]!["SOURCE"]!["format"]);
        Assert.Equal("binary", (string?)form["properties"]!["EXTRAS"]!["items"]!["format"]);
        Assert.Equal("""["SOURCE","OVERWRITE"]""", form["required"]!.ToJsonString());
    }

    [Fact]
    public async Task Several_endpoints_share_a_document()
    {
        await using Town town = await Town.StartAsync(app =>
        {
            app.MapFmeWorkspace<Report>("/reports", options => options.WaitTime = TimeSpan.FromSeconds(5));
            app.MapFmeWorkspace<Kinds>("/kinds", options => options.WaitTime = TimeSpan.FromSeconds(5));
            app.MapGroup("/staff").MapFmeWorkspace<Report>("/reports");
            app.MapGroup("/public").MapFmeWorkspace<Report>("/reports", options => options.HostParameters.Add("DISTANCE"));
        });

        JsonNode document = await town.DocumentAsync();

        Assert.Equal(11, document["paths"]!.AsObject().Count);
        Assert.Equal(["FmeJobStatus", "FmeProblem", "Kinds", "Report", "Report2"], document["components"]!["schemas"]!.AsObject().Select(schema => schema.Key));
        Assert.NotNull(document["paths"]!["/reports"]!["post"]!["responses"]!["200"]!["content"]!["application/octet-stream"]);
        Assert.NotNull(document["paths"]!["/kinds"]!["post"]!["responses"]!["200"]!["content"]!["application/json"]);
    }

    [Theory]
    [InlineData("v1")]
    [InlineData("second")]
    public async Task Each_operation_has_an_id_of_its_own(string name)
    {
        await using Town town = await Town.StartAsync(app =>
        {
            app.MapFmeWorkspace<Report>("/reports");
            app.MapFmeWorkspace<Kinds>("/kinds");
            app.MapGroup("/staff").MapFmeWorkspace<Report>("/reports");
        });

        JsonNode document = await town.DocumentAsync(name);

        Assert.Equal(
            [
                "/kinds post SubmitKinds", "/kinds/{id} delete CancelKinds", "/kinds/{id} get GetKindsStatus",
                "/reports post SubmitReport", "/reports/{id} delete CancelReport", "/reports/{id} get GetReportStatus",
                "/reports/{id}/result get GetReportResult",
                "/staff/reports post SubmitReport2", "/staff/reports/{id} delete CancelReport2", "/staff/reports/{id} get GetReportStatus2",
                "/staff/reports/{id}/result get GetReportResult2",
            ],
            document["paths"]!.AsObject()
                .SelectMany(path => path.Value!.AsObject().Select(verb => $"{path.Key} {verb.Key} {verb.Value!["operationId"]}"))
                .Order(StringComparer.Ordinal));
    }
}
