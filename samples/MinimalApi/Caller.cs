using System.Text;
using System.Text.Json.Nodes;

namespace MinimalApi;

/// <summary>Calls the API, and checks its responses.</summary>
internal static class Caller
{
    public static async Task<bool> CallAsync(Uri api)
    {
        using var http = new HttpClient { BaseAddress = api };
        string good = await PostAsync(http, """{ "PARCEL_ID": "17/4", "PAPER_SIZE": "A3", "WITH_OWNERS": true, "DISTANCE": 120 }""");
        string beyond = await PostAsync(http, """{ "PARCEL_ID": "17/4", "DISTANCE": 900 }""");
        string unreadable = await PostAsync(http, """{ "PARCEL_ID": "17/4", "PAPER_SIZE": "A5" }""");

        JsonNode document = JsonNode.Parse(await http.GetStringAsync("/openapi/v1.json"))!;
        string options = document["components"]!["schemas"]!["ParcelReport"]!["properties"]!["PAPER_SIZE"]!["enum"]!.ToJsonString();
        Console.WriteLine($"the document's paper sizes: {options}");

        return good.StartsWith("200", StringComparison.Ordinal) && good.Contains("120", StringComparison.Ordinal)
            && beyond.StartsWith("400", StringComparison.Ordinal) && beyond.Contains("at most 500", StringComparison.Ordinal)
            && unreadable.StartsWith("400", StringComparison.Ordinal) && unreadable.Contains("not one of its options", StringComparison.Ordinal)
            && options == """["A4","A3"]""";
    }

    private static async Task<string> PostAsync(HttpClient http, string json)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await http.PostAsync("/reports", body);
        string text = $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}";
        Console.WriteLine($"{json}\n  {text}");
        return text;
    }
}
