using System.IO.Compression;
using System.Net;

namespace OrderService;

/// <summary>A client that places orders over HTTP, and checks the results.</summary>
internal static class Customer
{
    public static async Task<bool> OrderAsync(Uri service)
    {
        using var http = new HttpClient { BaseAddress = service };

        using HttpResponseMessage refused = await PlaceAsync(http, "GIF", "sheet.dwg");
        Console.WriteLine($"as GIF: {(int)refused.StatusCode} {await refused.Content.ReadAsStringAsync()}");

        using HttpResponseMessage empty = await PlaceAsync(http, "PNG");
        using HttpResponseMessage failed = await http.GetAsync($"{empty.Headers.Location}/result");
        Console.WriteLine($"an empty drawing: {(int)failed.StatusCode} {await failed.Content.ReadAsStringAsync()}");

        using HttpResponseMessage placed = await PlaceAsync(http, "PNG", "sheet1.dwg", "sheet2.dwg");
        Console.WriteLine($"as PNG: {(int)placed.StatusCode} {placed.Headers.Location}");
        Console.WriteLine(await http.GetStringAsync(placed.Headers.Location));
        await using var result = new ZipArchive(await http.GetStreamAsync($"{placed.Headers.Location}/result"));
        using var reader = new StreamReader(await result.GetEntry("plot.txt")!.OpenAsync());
        string plot = await reader.ReadToEndAsync();
        Console.WriteLine($"the result: {plot}");

        return refused.StatusCode == HttpStatusCode.BadRequest
            && failed.StatusCode == HttpStatusCode.UnprocessableEntity
            && placed.StatusCode == HttpStatusCode.Accepted
            && plot == "2 sheets as PNG";
    }

    private static async Task<HttpResponseMessage> PlaceAsync(HttpClient http, string format, params string[] sheets)
    {
        using var zip = new MemoryStream();
        await using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (string sheet in sheets)
            {
                archive.CreateEntry(sheet);
            }
        }

        using var order =
            new MultipartFormDataContent { { new ByteArrayContent(zip.ToArray()), "drawing", "drawing.zip" }, { new StringContent(format), "format" } };
        return await http.PostAsync("/orders", order);
    }
}
