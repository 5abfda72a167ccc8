using System.Text.Json;

namespace FmeTyped.Samples.Tests;

/// <summary>The picture of the documentation that shows an API page: drawn of the OpenAPI document that the sample MinimalApi serves.</summary>
public sealed class PictureTests
{
    [Fact]
    public async Task The_endpoints_of_a_workspace_stand_in_the_OpenAPI_document()
    {
        using JsonDocument document = JsonDocument.Parse(await Sample.RunAsync("MinimalApi", "--document"));

        const string title = "The endpoints of a workspace on an API page: parameters have types, limits, defaults and options";
        new ApiPage(document.RootElement).Draw(title).Verify("api-page");
    }
}
