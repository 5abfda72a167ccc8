using System.Text.Json.Nodes;

namespace FmeTyped.Web.Tests.Web;

/// <summary>Generated requests in the OpenAPI document of the app.</summary>
public class OpenApiTests
{
    [Fact]
    public async Task A_request_is_an_object_of_wire_names_with_its_options_as_enums()
    {
        await using TestHost host = await TestHost.StartAsync(SurveyApp.Create());

        JsonNode document = await host.GetAsync("/openapi/v1.json");

        JsonNode schema = document["components"]!["schemas"]!["Survey"]!;
        Assert.Equal(
            "#/components/schemas/Survey",
            (string?)document["paths"]!["/surveys"]!["post"]!["requestBody"]!["content"]!["application/json"]!["schema"]!["$ref"]);
        Assert.Equal("object", (string?)schema["type"]);
        Assert.Equal("""["THEMES","SHARE"]""", schema["required"]!.ToJsonString());
        Assert.Equal("""{"type":"array","items":{"enum":["airports","roads, all"],"type":"string"},"description":"Themes"}""", Property("THEMES"));
        Assert.Equal("""{"enum":["","A4","25"],"type":"string","description":"Paper"}""", Property("PAPER"));
        Assert.Equal("""{"maximum":9,"minimum":1,"type":"integer","description":"Sheets"}""", Property("SHEETS"));
        Assert.Equal("""{"type":"boolean","description":"Owners"}""", Property("OWNERS"));
        Assert.Equal("""{"type":"string","description":"Password","format":"password"}""", Property("DB_PASSWORD"));

        string Property(string name) => schema["properties"]![name]!.ToJsonString();
    }
}
