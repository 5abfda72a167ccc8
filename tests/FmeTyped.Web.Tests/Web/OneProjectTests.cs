using System.Text.Json.Nodes;
using OneProject;

namespace FmeTyped.Web.Tests.Web;

/// <summary>An app that generates its workspaces itself: what works there, and what takes a class library.</summary>
public class OneProjectTests
{
    [Fact]
    public async Task A_body_becomes_a_request()
    {
        await using TestHost host = await TestHost.StartAsync(OneProjectApp.Create(TestHost.CreateBuilder()));

        (int status, JsonNode? body) = await host.PostAsync("/reports", """{ "PARCEL_ID": "7", "PAPER_SIZE": "A3" }""");

        Assert.Equal(200, status);
        Assert.Equal("""{"PARCEL_ID":"7","PAPER_SIZE":"A3"}""", body!.ToJsonString());
    }

    [Fact]
    public async Task A_value_that_cannot_be_read_is_refused()
    {
        await using TestHost host = await TestHost.StartAsync(OneProjectApp.Create(TestHost.CreateBuilder()));

        (int status, _) = await host.PostAsync("/reports", """{ "PARCEL_ID": "7", "PAPER_SIZE": "Poster" }""");

        Assert.Equal(400, status);
    }

    [Fact]
    public async Task Validation_does_not_see_the_types_of_its_own_project()
    {
        await using TestHost host = await TestHost.StartAsync(OneProjectApp.Create(TestHost.CreateBuilder()));

        (int status, _) = await host.PostAsync("/reports", """{ "PARCEL_ID": "7", "DISTANCE": 501 }""");

        Assert.Equal(200, status);
    }
}
